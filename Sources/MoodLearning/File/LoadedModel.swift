package import DeskCore

/// A model in memory, as a reader.
package struct LoadedModel: Sendable {
  package let reader: TrainedMoodReader

  /// Keeps the bytes of a model where they are.
  private final class Storage: @unchecked Sendable {
    // Unchecked: the buffer is filled before anybody else sees it and never written again.
    let bytes: UnsafeMutableRawBufferPointer
    init(_ content: [UInt8]) {
      bytes = .allocate(byteCount: content.count, alignment: 64)
      bytes.copyBytes(from: content)
    }
    deinit { bytes.deallocate() }
  }

  package init(_ parts: ModelParts, brand: BrandLexicon = BrandLexicon()) throws(MoodModelError) {
    let storage = Storage(parts.encoded())
    let model = try MoodModel(bytes: UnsafeRawBufferPointer(storage.bytes), owner: storage)
    try model.verify()
    reader = TrainedMoodReader(model: model, brand: brand)
  }
}

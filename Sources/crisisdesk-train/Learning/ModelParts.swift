import DeskCore

/// Everything a model file is made of, before it is written.
struct ModelParts {
  var name: String
  var languages: [Language]
  var languageTable: [Int8]
  var sentimentTable: [Int8]
  /// Abuse, complaint, question, praise for each bucket.
  var sideTable: [Int8]
  var steps: [Float]
  var dense: [Float]
  var calibration: [Float]

  /// The bytes of the file; see `ModelFormat`.
  func encoded() -> [UInt8] {
    let sections: [(ModelFormat.Section, [UInt8])] = [
      (.name, Array(name.utf8)),
      (.languages, Array(languages.map { $0.rawValue }.joined().utf8)),
      (.languageTable, languageTable.map { UInt8(128 + Int($0)) }),
      (.sentimentTable, sentimentTable.map { UInt8(bitPattern: $0) }),
      (.sideTable, sideTable.map { UInt8(bitPattern: $0) }),
      (.steps, Self.bytes(steps)), (.dense, Self.bytes(dense)),
      (.calibration, Self.bytes(calibration)),
    ]
    var offset = Self.aligned(ModelFormat.headerSize + sections.count * ModelFormat.entrySize)
    var body: [UInt8] = Self.bytes(UInt32(sections.count)) + [0, 0, 0, 0]
    for (section, bytes) in sections {
      body += Array(section.rawValue.utf8) + [0, 0, 0, 0]
      body += Self.bytes(UInt64(offset)) + Self.bytes(UInt64(bytes.count))
      offset = Self.aligned(offset + bytes.count)
    }
    for (_, bytes) in sections {
      let end = Self.aligned(ModelFormat.checkedFrom + body.count)
      body += [UInt8](repeating: 0, count: end - ModelFormat.checkedFrom - body.count)
      body += bytes
    }
    let checksum = body.withUnsafeBytes { ModelFormat.checksum($0) }
    return ModelFormat.magic + Self.bytes(ModelFormat.version) + Self.bytes(ModelFormat.features)
      + Self.bytes(checksum) + body
  }

  private static func aligned(_ offset: Int) -> Int {
    (offset + ModelFormat.alignment - 1) / ModelFormat.alignment * ModelFormat.alignment
  }

  private static func bytes(_ value: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: value.littleEndian) { Array($0) }
  }

  private static func bytes(_ values: [Float]) -> [UInt8] {
    values.flatMap { bytes($0.bitPattern) }
  }
}

/// Rounds weights to signed bytes.
enum Quantiser {
  /// The bytes and what one step is worth; the few largest weights are cut so that the many small
  /// ones keep their differences.
  static func quantise(_ weights: [Float]) -> (bytes: [Int8], step: Float) {
    let sizes = weights.map { abs($0) }.filter { $0 > 0 }.sorted()
    guard let largest = sizes.last else { return (weights.map { _ in 0 }, 1) }
    let cut = sizes[min(sizes.count - 1, Int(Double(sizes.count) * 0.9999))]
    let step = max(cut, largest / 4) / 127
    let bytes = weights.map { weight in
      Int8(max(-127, min(127, (weight / step).rounded())))
    }
    return (bytes, step)
  }
}

package import DeskCore

/// Everything a model file is made of, before it is written.
package struct ModelParts: Sendable {
  package var name: String
  package var languages: [Language]
  package var languageTable: [Int8]
  package var sentimentTable: [Int8]
  /// Abuse, complaint, question, praise for each bucket.
  package var sideTable: [Int8]
  package var steps: [Float]
  package var dense: [Float]
  package var calibration: [Float]

  package init(
    name: String, languages: [Language], languageTable: [Int8], sentimentTable: [Int8],
    sideTable: [Int8], steps: [Float], dense: [Float], calibration: [Float]
  ) {
    self.name = name
    self.languages = languages
    self.languageTable = languageTable
    self.sentimentTable = sentimentTable
    self.sideTable = sideTable
    self.steps = steps
    self.dense = dense
    self.calibration = calibration
  }

  /// The bytes of the file; see `ModelFormat`.
  package func encoded() -> [UInt8] {
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

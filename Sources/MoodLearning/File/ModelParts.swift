package import DeskCore

/// Everything a model file is made of, before it is written.
package struct ModelParts: Sendable {
  package var name: String
  package var languages: [Language]
  package var languageTable: [Int8]
  /// How the two tables below lie in the file.
  package var grid: MoodGrid
  /// Negative and positive for each row.
  package var sentimentTable: [Int8]
  /// Abuse, complaint, question, praise for each row.
  package var sideTable: [Int8]
  package var steps: [Float]
  package var dense: [Float]
  package var calibration: [Float]

  package init(
    name: String, languages: [Language], languageTable: [Int8], grid: MoodGrid,
    sentimentTable: [Int8], sideTable: [Int8], steps: [Float], dense: [Float], calibration: [Float]
  ) {
    self.name = name
    self.languages = languages
    self.languageTable = languageTable
    self.grid = grid
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
      (.moodTable, moodTable),
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

  /// Both tables, line by line.
  private var moodTable: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(grid.lines * MoodGrid.lineSize)
    let sentiment = MoodGrid.sentimentRows * 2
    let side = MoodGrid.sideRows * 4
    for line in 0..<grid.lines {
      for weight in sentimentTable[(line * sentiment)..<((line + 1) * sentiment)] {
        bytes.append(UInt8(128 + Int(weight)))
      }
      for weight in sideTable[(line * side)..<((line + 1) * side)] {
        bytes.append(UInt8(128 + Int(weight)))
      }
    }
    return bytes
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

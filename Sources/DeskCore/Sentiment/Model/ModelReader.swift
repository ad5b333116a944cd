/// Reads the header and hands out the sections of a model, each checked against the file's size.
struct ModelReader {
  let checksum: UInt64
  private let file: UnsafeRawBufferPointer
  private var sections: [String: Range<Int>] = [:]

  init(_ file: UnsafeRawBufferPointer) throws(MoodModelError) {
    self.file = file
    guard file.count >= ModelFormat.headerSize,
      file.prefix(ModelFormat.magic.count).elementsEqual(ModelFormat.magic)
    else { throw .notAModel }
    let version = Self.word(file, 8)
    guard version == ModelFormat.version else {
      throw .wrongVersion(found: version, expected: ModelFormat.version)
    }
    let features = Self.word(file, 12)
    guard features == ModelFormat.features else {
      throw .wrongFeatures(found: features, expected: ModelFormat.features)
    }
    checksum = Self.long(file, 16)
    let count = Int(Self.word(file, 24))
    guard count <= 64, ModelFormat.headerSize + count * ModelFormat.entrySize <= file.count else {
      throw .damaged(part: "the list of parts")
    }
    for index in 0..<count {
      let entry = ModelFormat.headerSize + index * ModelFormat.entrySize
      let tag = String(decoding: file[entry..<entry + 4], as: UTF8.self)
      let offset = Self.long(file, entry + 8)
      let size = Self.long(file, entry + 16)
      let end = offset.addingReportingOverflow(size)
      guard !end.overflow, end.partialValue <= UInt64(file.count),
        offset % UInt64(ModelFormat.alignment) == 0
      else { throw .damaged(part: tag) }
      sections[tag] = Int(offset)..<Int(end.partialValue)
    }
  }

  func bytes(_ section: ModelFormat.Section) throws(MoodModelError) -> UnsafeRawBufferPointer {
    guard let range = sections[section.rawValue] else { throw .damaged(part: section.rawValue) }
    return UnsafeRawBufferPointer(rebasing: file[range])
  }

  func text(_ section: ModelFormat.Section) throws(MoodModelError) -> String {
    String(decoding: try bytes(section), as: UTF8.self)
  }

  func floats(_ section: ModelFormat.Section, count: Int) throws(MoodModelError) -> [Float] {
    let bytes = try bytes(section)
    guard bytes.count == count * 4 else { throw .damaged(part: section.rawValue) }
    return (0..<count).map { index in
      let value = Float(bitPattern: Self.word(bytes, index * 4))
      return value.isFinite ? value : 0
    }
  }

  /// The table of languages, whose rows are a power of two.
  func table(_ section: ModelFormat.Section, width: Int) throws(MoodModelError) -> WeightTable {
    let bytes = try bytes(section)
    let rows = bytes.count / width
    guard rows >= 2, rows * width == bytes.count, rows & (rows - 1) == 0,
      let start = bytes.baseAddress
    else { throw .damaged(part: section.rawValue) }
    return WeightTable(start: start, bits: UInt64(rows.trailingZeroBitCount))
  }

  /// The table of moods, whose lines may be any number.
  func grid(_ section: ModelFormat.Section) throws(MoodModelError) -> MoodTable {
    let bytes = try bytes(section)
    let lines = bytes.count / MoodGrid.lineSize
    guard lines >= 1, lines <= MoodGrid.mostLines, lines * MoodGrid.lineSize == bytes.count,
      let start = bytes.baseAddress
    else { throw .damaged(part: section.rawValue) }
    return MoodTable(start: start, grid: MoodGrid(lines: lines))
  }

  private static func word(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> UInt32 {
    UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }

  private static func long(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> UInt64 {
    UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }
}

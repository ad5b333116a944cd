/// A trained model, read where it lies: in the program itself or in a mapped file.
///
/// Opening one checks its form and its sizes, which takes microseconds; the checksum, which reads
/// every byte, is checked by `verify()`.
public final class MoodModel: Sendable {
  /// The name and version in the file, such as `mood-3`.
  public let name: String
  /// The number at the end of the name; stored beside readings to know which model made them.
  public let version: Int
  /// The languages it can tell apart.
  public let languages: [Language]

  let source: ModelBytes
  let languageTable: WeightTable
  let moodTable: MoodTable
  let steps: [Float]
  let dense: [SIMD8<Float>]
  let calibration: [Calibration]
  /// For each language the lexicon it is looked up in.
  let lanes: [Lane?]
  private let storedChecksum: UInt64

  /// Opens a model where it lies.
  ///
  /// - Parameters:
  ///   - bytes: bytes that do not change for as long as the owner, or else the program, lives.
  ///   - owner: what keeps the bytes, such as a mapped file; nil for bytes of the program itself.
  /// - Throws: `MoodModelError` if they are not a model of this format and these features.
  public convenience init(
    bytes: UnsafeRawBufferPointer, owner: (any Sendable)?
  ) throws(MoodModelError) {
    try self.init(ModelBytes(bytes, owner: owner))
  }

  init(_ source: ModelBytes) throws(MoodModelError) {
    let reader = try ModelReader(source.bytes)
    self.source = source
    storedChecksum = reader.checksum
    let name = try reader.text(.name)
    self.name = name
    version = Int(name.split(separator: "-").last ?? "") ?? 0
    let codes = try reader.bytes(.languages)
    let languages = stride(from: 0, to: codes.count - 1, by: 2).map { offset in
      Language(rawValue: String(decoding: codes[offset..<offset + 2], as: UTF8.self))
    }
    guard languages.count >= 2 else { throw .damaged(part: ModelFormat.Section.languages.rawValue) }
    self.languages = languages
    lanes = languages.map { Lane($0) }
    languageTable = try reader.table(.languageTable, width: LanguageRow.width)
    moodTable = try reader.grid(.moodTable)
    steps = try reader.floats(.steps, count: 4)
    let rows = (languages.count + 1) * DenseFeatures.count
    let flat = try reader.floats(.dense, count: rows * 6)
    dense = (0..<rows).map { row in
      var values = SIMD8<Float>(repeating: 0)
      for column in 0..<6 { values[column] = flat[row * 6 + column] }
      return values
    }
    let settings = try reader.floats(.calibration, count: languages.count * Calibration.width)
    calibration = languages.indices.map { index in
      Calibration(settings[(index * Calibration.width)..<((index + 1) * Calibration.width)])
    }
    guard languages.count <= LanguageRow.width else {
      throw .damaged(part: ModelFormat.Section.languages.rawValue)
    }
  }

  /// Reads every byte and compares with the checksum in the file; about a millisecond.
  public func verify() throws(MoodModelError) {
    let bytes = source.bytes
    let found = ModelFormat.checksum(
      UnsafeRawBufferPointer(rebasing: bytes[ModelFormat.checkedFrom...]))
    guard found == storedChecksum else {
      throw .wrongChecksum(found: found, expected: storedChecksum)
    }
  }

  /// The bytes of one part, copied, for whoever goes on learning from this model.
  package func content(of section: ModelFormat.Section) throws(MoodModelError) -> [UInt8] {
    Array(try ModelReader(source.bytes).bytes(section))
  }

  /// The place of a language in the tables, or nil if the model does not know it.
  package func index(of language: Language) -> Int? { languages.firstIndex(of: language) }
}

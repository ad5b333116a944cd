/// A table of signed bytes with a power of two of rows, read where it lies.
///
/// Unchecked, because a pointer is not Sendable by itself: the bytes are read-only and owned by the
/// model that this table is part of.
struct WeightTable: @unchecked Sendable {
  let start: UnsafePointer<Int8>
  let bits: UInt64
  let width: Int

  /// The place of the first weight of the row for a hash; always within the table.
  @inline(__always)
  func row(_ hash: UInt64) -> UnsafePointer<Int8> {
    start + FeatureHash.bucket(hash, bits: bits) &* width
  }
}

/// How many languages a row of the language table has room for.
enum LanguageRow {
  static let width = 32
}

/// Turns scores into probabilities for one language.
struct Calibration: Sendable {
  static let width = 4

  /// Scores are divided by it.
  var temperature: Double
  /// Added to the scores for negative and for positive.
  var negative: Double
  var positive: Double

  init(_ values: ArraySlice<Float>) {
    let first = values.startIndex
    temperature = Double(max(0.05, values[first]))
    negative = Double(values[first + 1])
    positive = Double(values[first + 2])
  }
}

/// A table of 32 bytes a row with a power of two of rows, read where it lies.
///
/// Unchecked, because a pointer is not Sendable by itself: the bytes are read-only and owned by the
/// model that this table is part of.
struct WeightTable: @unchecked Sendable {
  let start: UnsafeRawPointer
  let bits: UInt64

  /// Where the row for a hash begins, in bytes from the start; always within the table.
  @inline(__always)
  func offset(_ hash: UInt64) -> UInt64 {
    UInt64(truncatingIfNeeded: FeatureHash.bucket(hash, bits: bits) &* LanguageRow.width)
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

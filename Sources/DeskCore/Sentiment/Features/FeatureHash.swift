/// The hash that turns letters into places in a table.
enum FeatureHash {
  static let seed: UInt64 = 0x9E37_79B9_7F4A_7C15

  @inline(__always)
  static func mix(_ hash: UInt64, _ value: UInt64) -> UInt64 {
    let product = (hash ^ value) &* 0x9FB2_1C65_1E98_DF25
    return product ^ (product >> 32)
  }

  @inline(__always)
  static func mix(_ hash: UInt64, _ letter: UInt16) -> UInt64 { mix(hash, UInt64(letter)) }

  /// A place in the table of moods: the upper half says which line, the lower half where in it.
  @inline(__always)
  static func place(_ hash: UInt64) -> UInt64 { hash &* seed }

  /// A place in the line of another.
  @inline(__always)
  static func place(_ hash: UInt64, inLineOf other: UInt64) -> UInt64 {
    (other & 0xFFFF_FFFF_0000_0000) | (hash &* seed & 0xFFFF_FFFF)
  }

  /// The place of a hash in a table of two to the power of `bits` rows.
  @inline(__always)
  static func bucket(_ hash: UInt64, bits: UInt64) -> Int {
    Int(truncatingIfNeeded: (hash &* seed) &>> (64 &- bits))
  }
}

/// Receives the features of a text one by one.
protocol FeatureSink {
  /// Takes one feature found at a token, as its place in the table of moods.
  mutating func take(_ place: UInt64, token: Int)
  /// Takes every run of letters of a token: its spelling between edges at 0 and at `last`.
  mutating func takeRuns(
    _ spelling: UnsafeMutableBufferPointer<UInt16>, last: Int, token: Int)
}

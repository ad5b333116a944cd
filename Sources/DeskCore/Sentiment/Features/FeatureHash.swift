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

  /// The place of a hash in a table of two to the power of `bits` rows.
  @inline(__always)
  static func bucket(_ hash: UInt64, bits: UInt64) -> Int {
    Int(truncatingIfNeeded: (hash &* seed) >> (64 - bits))
  }
}

/// Receives the features of a text one by one.
protocol FeatureSink {
  /// Takes one feature found at a token.
  mutating func take(_ hash: UInt64, token: Int)
  /// Takes one run of letters found in a token.
  mutating func takeRun(_ hash: UInt64, token: Int)
}

/// A 64-bit hash that is the same in every process and version: FNV-1a over UTF-8.
///
/// Two different values may share a hash, so whoever looks one up compares the values too.
struct StableHash {
  private(set) var value: UInt64

  /// Starts a hash; another `seed` gives an independent one.
  init(seed: UInt64 = 0) { value = 0xCBF2_9CE4_8422_2325 ^ seed &* 0x9E37_79B9_7F4A_7C15 }

  /// Adds a text and a byte that no UTF-8 holds, so that ("ab", "c") and ("a", "bc") differ.
  mutating func add(_ text: String) {
    var hash = value
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    value = (hash ^ 0xFF) &* 0x0000_0100_0000_01B3
  }

  /// Adds a number.
  mutating func add(_ number: Int64) {
    value = (value ^ UInt64(bitPattern: number)) &* 0x9E37_79B9_7F4A_7C15
    value ^= value >> 32
  }

  /// The number that stands for an author in the index of words, below 2^40.
  static func author(platform: Int64, handle: String) -> Int64 {
    var hash = StableHash(seed: 1)
    hash.add(platform)
    hash.add(handle)
    return Int64(bitPattern: (hash.value ^ hash.value >> 29) & 0xFF_FFFF_FFFF)
  }

  /// The number under which a mention's identity is stored: the order of its native id, then 24
  /// bits that tell apart what has one place in it.
  static func key(account: String, native: String) -> Int64 {
    var hash = StableHash()
    hash.add(account)
    hash.add(native)
    let rest = (hash.value ^ hash.value >> 29) & 0xFF_FFFF
    return Int64(bitPattern: KeyOrder.place(of: native) << 24 | rest)
  }
}

/// Four keys of a text; texts that are nearly the same share at least one.
///
/// Eight minimum hashes over the runs of three words (Broder 1997), in bands of two: texts that
/// share a part j of their runs share a key with probability 1 - (1 - j^2)^4, so 98 % at j = 0.8 and
/// 4 % at j = 0.1. Handles, links, numbers and case do not count. A text of fewer than five words
/// has one key, of all of them.
struct TextFingerprint: Hashable, Sendable {
  private(set) var keys: [UInt64]

  init(_ text: String) {
    let words = TextTerm.terms(of: text).map(\.hash)
    guard words.count >= 5 else {
      let whole = words.reduce(UInt64(words.count)) { TextTerm.mixed($0 ^ $1) }
      // A picture or a link alone has no words; the text itself must stand in.
      let bytes =
        words.isEmpty ? text.utf8.prefix(400).reduce(7) { TextTerm.mixed($0 ^ UInt64($1)) } : 0
      keys = [whole ^ bytes]
      return
    }
    var least = InlineArray<8, UInt64>(repeating: .max)
    for index in 2..<words.count {
      let run = TextTerm.mixed(
        TextTerm.mixed(words[index - 2]) ^ words[index - 1] &* 3 ^ words[index] &* 5)
      for turn in 0..<8 {
        least[turn] = min(least[turn], TextTerm.mixed(run &+ UInt64(turn) &* Self.stride))
      }
    }
    keys = (0..<4).map { TextTerm.mixed(least[2 * $0] ^ least[2 * $0 + 1] &* 3 &+ UInt64($0)) }
  }

  private static let stride: UInt64 = 0xD134_2543_DE82_EF95
}

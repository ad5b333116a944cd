/// What one lexicon says about one word, packed so that six languages fit one load.
///
/// The low byte is the weight in quarters, biased by 128; the next five bits are the strength of
/// an insult; the rest are roles. Zero means that the word is unknown.
struct WordMark: Equatable, Sendable {
  var bits: UInt32

  static let known: UInt32 = 1 << 13
  /// Turns the next few words round: `not`.
  static let negates: UInt32 = 1 << 14
  /// Turns the words before it round: Persian `نیست`, Uzbek `emas`.
  static let negatesBefore: UInt32 = 1 << 15
  static let strengthens: UInt32 = 1 << 16
  static let weakens: UInt32 = 1 << 17
  /// What follows counts more than what came before: `but`.
  static let contrasts: UInt32 = 1 << 18
  /// A question word.
  static let asks: UInt32 = 1 << 19
  /// A matter of service that people complain about, with or without feeling.
  static let issue: UInt32 = 1 << 20
  /// A common word that proves the language and nothing else.
  static let common: UInt32 = 1 << 21
  /// May open an expression of two words that has its own mark.
  static let opens: UInt32 = 1 << 22
  /// Praise or thanks addressed to somebody.
  static let praises: UInt32 = 1 << 23
  /// What is counted rather than weighed: insults and the roles that make up an intent.
  static let counted = asks | issue | praises | 0x1F << 8
  /// What changes how the words after it are weighed.
  static let turning = negates | strengthens | weakens

  init(bits: UInt32) { self.bits = bits }

  init(weight: Double = 0, insult: Int = 0, roles: UInt32 = 0) {
    let quarters = min(127, max(-127, Int((weight * 4).rounded())))
    bits = UInt32(quarters + 128) | UInt32(min(31, max(0, insult))) << 8 | roles | Self.known
  }

  var isKnown: Bool { bits & Self.known != 0 }
  var weight: Double { isKnown ? Double(Int(bits & 0xFF) - 128) / 4 : 0 }
  var insult: Int { Int(bits >> 8 & 0x1F) }
  func has(_ role: UInt32) -> Bool { bits & role != 0 }

  /// The mark of a word that stands in two lines of one lexicon.
  func merged(with other: WordMark) -> WordMark {
    guard isKnown else { return other }
    let weight = self.weight != 0 ? self.weight : other.weight
    var both = WordMark(weight: weight, insult: max(insult, other.insult))
    both.bits |= (bits | other.bits) & ~UInt32(0x1FFF)
    return both
  }
}

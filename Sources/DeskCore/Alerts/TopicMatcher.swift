/// Tells which topics a text is about, in one pass over its letters.
///
/// Letters are compared as search compares them: case, accents, apostrophes, vowel signs and the
/// spellings of Arabic and Persian keyboards do not count. While a word is read the hash of the
/// letters so far is looked up wherever a beginning of that length is wanted, and at its end the
/// whole; words that begin with another letter than any wanted one are not hashed at all.
public struct TopicMatcher: Sendable {
  /// One word of a topic, folded.
  struct Pattern {
    let letters: [UInt16]
    let isBeginning: Bool

    init?(_ text: String) {
      var rest = text[...]
      isBeginning = rest.hasSuffix("*")
      if isBeginning { rest = rest.dropLast() }
      if rest.hasPrefix("#") || rest.hasPrefix("@") { rest = rest.dropFirst() }
      letters = rest.unicodeScalars.map { TopicMatcher.letter($0.value) }.filter {
        $0 != LetterForms.skipped && $0 != LetterForms.apostrophe
      }
      guard letters.count >= (isBeginning ? 2 : 1), !letters.contains(LetterForms.separator)
      else { return nil }
    }
  }

  /// The topics, in the order of the bits that `match` gives.
  public let topics: [Topic]
  private var whole: [UInt64: UInt64] = [:]
  private var beginnings: [UInt64: UInt64] = [:]
  /// Bit n is set when a beginning of n letters is wanted; longer ones share the last bit.
  private var lengths: UInt64 = 0
  /// Bit n is set when a wanted word begins with a letter whose code ends in n.
  private var firsts: UInt64 = 0

  /// Makes a matcher of at most `Topic.limit` topics; further ones are left out.
  public init(_ topics: [Topic] = []) {
    self.topics = Array(topics.prefix(Topic.limit))
    for (bit, topic) in self.topics.enumerated() {
      for pattern in topic.words.compactMap(Pattern.init) { add(pattern, bit: 1 << UInt64(bit)) }
    }
  }

  /// The topic with a name; nil when there is none.
  public func topic(named name: String?) -> Topic? {
    name.flatMap { name in topics.first { $0.name == name } }
  }

  /// A bit for each topic of `topics` that the text is about.
  public func match(_ text: String) -> UInt64 {
    guard firsts != 0 else { return 0 }
    var found: UInt64 = 0
    var hash: UInt64 = 0
    var length: UInt64 = 0
    var isWanted = false
    for scalar in text.unicodeScalars {
      let letter = Self.letter(scalar.value)
      if letter == LetterForms.skipped { continue }
      if letter == LetterForms.separator || letter == LetterForms.apostrophe {
        if isWanted, length > 0, let bits = whole[hash] { found |= bits }
        // An apostrophe may end a word (brand's) or stand inside it (o‘zbek).
        if letter == LetterForms.separator { (hash, length, isWanted) = (0, 0, false) }
        continue
      }
      if length == 0 { isWanted = firsts & 1 << UInt64(letter & 63) != 0 }
      length += 1
      guard isWanted else { continue }
      hash = Self.step(hash, letter)
      if lengths & 1 << min(length, 63) != 0, let bits = beginnings[hash] { found |= bits }
    }
    if isWanted, let bits = whole[hash] { found |= bits }
    return found
  }

  private mutating func add(_ pattern: Pattern, bit: UInt64) {
    let hash = pattern.letters.reduce(0, Self.step)
    firsts |= pattern.letters.first.map { 1 << UInt64($0 & 63) } ?? 0
    if pattern.isBeginning {
      beginnings[hash, default: 0] |= bit
      lengths |= 1 << UInt64(min(pattern.letters.count, 63))
    } else {
      whole[hash, default: 0] |= bit
    }
  }

  static func letter(_ scalar: UInt32) -> UInt16 {
    LetterForms.shared.spelled(LetterForms.shared.lowered(scalar))
  }

  private static func step(_ hash: UInt64, _ letter: UInt16) -> UInt64 {
    TextTerm.mixed(hash ^ UInt64(letter))
  }
}

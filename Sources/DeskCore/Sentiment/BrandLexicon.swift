/// A desk's own words and what they mean to it: `churn` is negative, a product's name is neutral.
///
/// A word given here counts as strongly as a very clear word of the language, in whatever language
/// the text is; `neutral` takes the word's built-in meaning away.
public struct BrandLexicon: Sendable {
  /// What one word adds to the score of its class, in the unit of the logarithm of odds.
  public static let weight = 2.5

  let words: [UInt64: Sentiment]

  /// No words.
  public init() { words = [:] }

  /// Takes words with their sentiment; case, diacritics and spelling variants are folded.
  ///
  /// An expression of two words is written with a space. An entry without a letter is ignored.
  public init(words entries: [String: Sentiment]) {
    var words: [UInt64: Sentiment] = [:]
    for (entry, sentiment) in entries {
      guard let key = BrandKey.key(entry) else { continue }
      words[key] = sentiment
    }
    self.words = words
  }

  /// Whether it has no words.
  public var isEmpty: Bool { words.isEmpty }
}

/// What a desk's words add to the scores of one text.
struct BrandPull: Sendable {
  var negative = 0.0
  var positive = 0.0
}

/// The keys under which a desk's words are kept: hashes of folded words, and of pairs of them.
enum BrandKey {
  static func key(_ entry: String) -> UInt64? {
    let room = MoodRoom()
    var text = MoodText(room)
    MoodScanner.scan(entry, forms: .shared, into: &text)
    var hash: UInt64?
    for token in text.cut where token.kind == .word || token.kind == .symbol {
      let word = key(token, text.letters, fold: .shared)
      hash = hash.map { pair($0, word) } ?? word
    }
    withExtendedLifetime(room) {}
    return hash
  }

  static func key(
    _ token: MoodToken, _ letters: UnsafeMutableBufferPointer<UInt16>, fold: FoldTable
  ) -> UInt64 {
    var hash = FeatureHash.seed
    for position in Int(token.start)..<Int(token.end) {
      let letter = letters[position]
      hash = FeatureHash.mix(hash, token.kind == .word ? fold[UInt32(letter)] : letter)
    }
    return hash
  }

  static func pair(_ first: UInt64, _ second: UInt64) -> UInt64 {
    FeatureHash.mix(first &+ 1, second)
  }
}

extension BrandLexicon {
  /// Adds up the words of a text that the desk has named.
  func pull(_ text: MoodText, fold: FoldTable) -> BrandPull {
    var sum = BrandPull()
    visit(text, fold: fold) { _, sentiment in
      if sentiment == .negative {
        sum.negative += Self.weight
        sum.positive -= Self.weight / 2
      } else if sentiment == .positive {
        sum.positive += Self.weight
        sum.negative -= Self.weight / 2
      }
    }
    return sum
  }

  /// Calls back for every token that closes one of the desk's words.
  func visit(
    _ text: MoodText, fold: FoldTable, found: (Int, Sentiment) -> Void
  ) {
    var before: UInt64?
    for index in 0..<text.tokenEnd {
      let token = text.tokens[index]
      guard token.kind == .word || token.kind == .symbol else { continue }
      let word = BrandKey.key(token, text.letters, fold: fold)
      if let sentiment = words[word] { found(index, sentiment) }
      if let before, let sentiment = words[BrandKey.pair(before, word)] { found(index, sentiment) }
      before = word
    }
  }
}

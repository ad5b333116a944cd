/// A small scorer that adds up words it knows in six languages, emoji included.
///
/// It knows a few hundred words a language, chosen for what people write to brands. It sees words,
/// negation, strength and punctuation; it does not see irony, comparison, or who is meant. A text
/// without a known word is neutral. `MoodFormula` says how sums become probabilities.
///
/// Time is linear in the length of the text, and only the first 20,000 bytes are read.
public struct LexiconMoodReader: MoodReader {
  /// The stable name of this reader, `lexicon`.
  public let name = "lexicon"
  /// The version of the word lists and the formula.
  public let version = 1

  private let table: LexiconTable
  private let fold: FoldTable

  /// A reader with the built-in word lists; the first one made builds the tables.
  public init() {
    table = .shared
    fold = .shared
  }

  /// Reads one text in one pass; never fails, see `MoodReader`.
  public func read(_ text: String, language hint: Language?) -> MoodReading {
    var scan = TextScanner.scan(text, table: table, fold: fold)
    let (language, lane) = scan.evidence.decide(hint: hint)
    return MoodFormula.reading(MoodScorer.score(&scan, lane: lane), language: language)
  }

  /// The words that moved the reading with their pulls after negation and emphasis, strongest
  /// first; words of equal pull keep the order of the text.
  public func reasons(for text: String, language hint: Language?) -> [MoodReason] {
    var scan = TextScanner.scan(text, table: table, fold: fold)
    let (_, lane) = scan.evidence.decide(hint: hint)
    _ = MoodScorer.score(&scan, lane: lane)
    let bytes = Array(text.utf8)
    let moved = scan.words.filter { $0.pull != 0 }
    return moved.map { word in
      let range = Int(word.start)..<min(bytes.count, Int(word.end))
      return MoodReason(
        word: String(decoding: bytes[range], as: UTF8.self), weight: Double(word.pull))
    }
    .enumerated()
    .sorted { (abs($0.element.weight), $1.offset) > (abs($1.element.weight), $0.offset) }
    .map(\.element)
  }
}

/// Reads an answer before it is sent and says what might be regretted; offline and by fixed lists.
///
/// The word rules know English, Arabic, Persian, Uzbek in both alphabets, Ukrainian and Russian;
/// ``reads(_:)`` says whether a language is one of them. Words count in the first 20,000 scalars.
public enum ReplyLint {
  /// What there is to say about `text`, in the order of its places; findings without a place first.
  public static func findings(in text: String, context: LintContext) -> [Finding] {
    let read = LintText(text)
    let words = WordRules(text: read, language: context.language)
    let numbers = PersonalData.findings(in: read, hits: words.hits, context: context)
    var found = lengthFindings(of: text, context: context)
    found += words.findings(in: context)
    found += numbers
    found += Shouting.findings(in: read)
    found += PrivateMove.findings(in: read, words: words, known: numbers, context: context)
    found += LinkRule.findings(in: read, context: context)
    found += Placeholder.ranges(in: text).map {
      Finding(
        range: read.utf8(of: $0, in: text), rule: .variable, severity: .stop, reason: .unfilled)
    }
    return found.sorted { Self.place($0) < Self.place($1) }
  }

  /// Whether the word rules know a language.
  public static func reads(_ language: Language) -> Bool { PhraseBook.book(for: language) != nil }

  /// The promises in a text, for the sheet that one shift hands to the next.
  public static func promises(in text: String, language: Language? = nil) -> [Finding] {
    WordRules(text: LintText(text), language: language).promises()
  }

  private static func place(_ finding: Finding) -> (Int, Int, String) {
    (finding.range?.lowerBound ?? -1, finding.range?.upperBound ?? -1, finding.reason.rawValue)
  }

  private static func lengthFindings(of text: String, context: LintContext) -> [Finding] {
    // A text has at least as many bytes as clusters, so most are never counted.
    let least = min(context.ruler.limit, context.publicLength)
    guard context.ruler.linkLength != nil || text.utf8.count > least else { return [] }
    let count = context.ruler.count(text)
    if count > context.ruler.limit {
      return [Finding(range: nil, rule: .length, severity: .stop, reason: .overLimit)]
    }
    guard context.isPublic, count > context.publicLength else { return [] }
    return [Finding(range: nil, rule: .length, severity: .advice, reason: .longInPublic)]
  }
}

/// What the words of a text say, after negations have had their word.
struct WordRules {
  let text: LintText
  let hits: [PhraseHit]
  /// Whether any list could be applied.
  let canRead: Bool

  init(text: LintText, language: Language?) {
    self.text = text
    let books: [PhraseBook]
    if let language, language != .undetermined {
      books = PhraseBook.book(for: language).map { [$0] } ?? []
    } else {
      books = PhraseBook.all
    }
    canRead = !books.isEmpty
    hits = books.flatMap { book in
      Self.judged(PhraseFinder(text: text, book: book).hits(), in: text)
    }
  }

  /// Whether the text says something of this kind.
  func says(_ group: PhraseGroup) -> Bool { hits.contains { $0.group == group } }

  /// Blame, promises and missing acknowledgement.
  func findings(in context: LintContext) -> [Finding] {
    var found = findings { $0 == .blame || $0.isPromise }
    let asksForIt = context.intent == .complaint && !context.isFollowUp && canRead
    if asksForIt, !says(.acknowledge) {
      found.append(
        Finding(
          range: nil, rule: .acknowledgement, severity: .warning, reason: .noAcknowledgement))
    }
    return found
  }

  /// Promises alone.
  func promises() -> [Finding] { findings { $0.isPromise } }

  private func findings(where isMeant: (PhraseGroup) -> Bool) -> [Finding] {
    let found = hits.filter { isMeant($0.group) }.compactMap { hit in
      hit.group.reason.map {
        Finding(
          range: text.utf8(ofWords: hit.words), rule: hit.group.isPromise ? .promise : .blame,
          severity: .warning, reason: $0)
      }
    }
    // Neighbouring languages share words; one place is one finding.
    var seen: Set<[Int]> = []
    return found.filter { finding in
      guard let range = finding.range else { return true }
      return seen.insert([range.lowerBound, finding.rule == .blame ? 0 : 1]).inserted
    }
  }

  private static func judged(_ hits: [PhraseHit], in text: LintText) -> [PhraseHit] {
    let index = HitIndex(hits, in: text)
    return hits.filter { hit in
      switch hit.group {
      case .not, .after: return false
      case .acknowledge, .never:
        // "We regret that you cannot…" is no denial of regret, so what follows does not count.
        return !index.has(.not, before: hit.words.lowerBound, within: 1)
      case .blame, .guarantee, .time, .money:
        let reach = hit.group == .blame ? 0 : 2
        return !index.has(.not, before: hit.words.lowerBound, within: 2)
          && !index.has(.after, after: hit.words.upperBound, within: reach)
      case .privately, .record, .phone, .passport: return true
      }
    }
  }
}

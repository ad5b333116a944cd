/// Finds saved replies by a few typed letters.
public enum SavedReplySearch {
  /// One reply that fits.
  public struct Hit: Hashable, Sendable {
    /// The reply.
    public let reply: SavedReply
    /// Its text in the language asked for; nil when it has none.
    public let variant: SavedReply.Variant?
    /// Why it may not be used; such replies are shown, after those that may.
    public let refusal: SavedReply.Refusal?
    /// How well it fits.
    public let score: Int
  }

  /// All that fit, best first: those with the language asked for, then those that may be used, then
  /// by score, title and name. An empty query fits all.
  ///
  /// - Parameters:
  ///   - query: letters of the title, the name, the keywords; or whole beginnings of words of the
  ///     text.
  ///   - tag: the language of the mention, for example `uz-Cyrl`.
  public static func hits(
    for query: String, in replies: [SavedReply], tag: String, level: Level, at now: Timestamp
  ) -> [Hit] {
    let found = replies.compactMap { reply in
      score(query, reply).map { score in
        Hit(
          reply: reply, variant: reply.variant(for: tag),
          refusal: reply.refusal(at: now, level: level, tag: tag), score: score)
      }
    }
    return found.sorted { a, b in
      if (a.variant != nil) != (b.variant != nil) { return a.variant != nil }
      if (a.refusal == nil) != (b.refusal == nil) { return a.refusal == nil }
      if a.score != b.score { return a.score > b.score }
      if a.reply.title != b.reply.title { return a.reply.title < b.reply.title }
      return a.reply.id.rawValue < b.reply.id.rawValue
    }
  }

  private static func score(_ query: String, _ reply: SavedReply) -> Int? {
    let head = [reply.title, reply.id.rawValue] + reply.keywords
    let best = head.compactMap { FuzzyMatch.score(query, in: $0) }.max()
    let whole = FuzzyMatch.score(query, in: head.joined(separator: " "))
    if let score = [best.map { $0 + 2 }, whole].compactMap({ $0 }).max() { return score + 10 }
    return reply.variants.contains { hasWords(query, $0.body) } ? 1 : nil
  }

  /// Whether every word of the query begins a word of the text.
  private static func hasWords(_ query: String, _ body: String) -> Bool {
    let text = LintText(body)
    let wanted = LintText(query)
    guard !wanted.words.isEmpty else { return false }
    return wanted.words.allSatisfy { word in
      text.words.contains {
        text.letters[$0.letters].starts(with: wanted.letters[word.letters])
      }
    }
  }
}

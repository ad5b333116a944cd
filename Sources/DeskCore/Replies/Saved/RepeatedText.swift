/// The words of a text as numbers in order of size, so that trivial changes leave them alone.
struct RepeatedText: Hashable, Sendable {
  private let words: [UInt64]

  /// From how many words on a few may differ.
  static let tolerant = 6

  init(_ text: String, without names: [String]) {
    let left = Set(names.flatMap { Self.keys(of: $0) })
    var keys = Self.keys(of: text)
    // A text of the name alone is still a text.
    if keys.contains(where: { !left.contains($0) }) { keys.removeAll { left.contains($0) } }
    if keys.isEmpty {
      keys = [text.utf8.prefix(400).reduce(7) { TextTerm.mixed($0 ^ UInt64($1)) }]
    }
    words = keys.sorted()
  }

  /// Whether two texts are the same for a reader.
  func isSame(as other: RepeatedText) -> Bool {
    if words == other.words { return true }
    guard min(words.count, other.words.count) >= Self.tolerant else { return false }
    // Dice's measure on bags of words, in whole numbers.
    return 200 * shared(with: other) >= 85 * (words.count + other.words.count)
  }

  private func shared(with other: RepeatedText) -> Int {
    var (here, there, count) = (0, 0, 0)
    while here < words.count, there < other.words.count {
      if words[here] == other.words[there] {
        count += 1
        here += 1
        there += 1
      } else if words[here] < other.words[there] {
        here += 1
      } else {
        there += 1
      }
    }
    return count
  }

  private static func keys(of text: String) -> [UInt64] {
    TextTerm.terms(of: text, limit: 400).compactMap { term in
      let letters = term.surface.unicodeScalars.map { LintLetters.folded($0.value) }
        .filter { $0 > FoldTable.skipped && $0 != FoldTable.apostrophe }
      guard !letters.isEmpty else { return nil }
      var (key, last) = (UInt64(3), UInt32(0))
      for letter in letters {
        let seen = Lookalikes.latin(UInt32(letter))
        // Letters drawn out are one letter.
        if seen != last { key = TextTerm.mixed(key ^ UInt64(seen)) }
        last = seen
      }
      return key
    }
  }
}

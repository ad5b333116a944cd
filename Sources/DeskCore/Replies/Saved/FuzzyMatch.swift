/// How well a few typed letters fit a text: they must occur in this order, not side by side.
///
/// Each letter found counts 1, at the start of a word 8 more, right after the one before 5 more; a
/// jump costs 2. Case, accents of Arabic script and joiners do not count.
public enum FuzzyMatch {
  /// The score, at least 1; nil when a word of the query does not fit. Words may come in any order.
  public static func score(_ query: String, in text: String) -> Int? {
    let letters = folded(text.prefix(400))
    var total = 0
    for word in folded(query.prefix(100)).split(separator: 0) {
      guard let score = score(Array(word), in: letters) else { return nil }
      total += score
    }
    return max(total, 1)
  }

  private static func score(_ word: [UInt16], in letters: [UInt16]) -> Int? {
    // For each letter of the word: the best score of a match that ends at each place.
    var before: [Int?] = Array(repeating: nil, count: letters.count)
    for (step, wanted) in word.enumerated() {
      var row: [Int?] = Array(repeating: nil, count: letters.count)
      var best: Int?
      for place in letters.indices {
        if letters[place] == wanted {
          let isStart = place == 0 || letters[place - 1] == 0
          let gain = 1 + (isStart ? 8 : 0)
          let side = place > 0 ? before[place - 1].map { $0 + 5 } : nil
          let jump = best.map { $0 - 2 }
          row[place] = step == 0 ? gain : [side, jump].compactMap { $0 }.max().map { $0 + gain }
        }
        if place > 0 { best = [best, before[place - 1]].compactMap { $0 }.max() }
      }
      before = row
    }
    return before.compactMap { $0 }.max().map { max($0, 1) }
  }

  private static func folded(_ text: Substring) -> [UInt16] {
    text.unicodeScalars.map { LintLetters.folded($0.value) }
      .filter { $0 != FoldTable.skipped && $0 != FoldTable.apostrophe }
  }
}

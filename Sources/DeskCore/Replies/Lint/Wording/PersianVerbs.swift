/// Joins the Persian verb prefixes to their verb where somebody typed a space between them.
///
/// `می` and `نمی` stand before nearly every verb, with a space, a joiner or nothing in between.
enum PersianVerbs {
  private static let prefixes = ["می", "نمی", "برمی", "بازمی"].map(LintLetters.letters(of:))

  static func joined(_ words: [LintWord], letters: [UInt16]) -> [LintWord] {
    guard words.contains(where: { isPrefix($0, letters) }) else { return words }
    var joined: [LintWord] = []
    joined.reserveCapacity(words.count)
    for word in words {
      // The letters of neighbours lie side by side, so one range holds both words.
      if var last = joined.last, isPrefix(last, letters), last.clause == word.clause,
        word.scalars.lowerBound == last.scalars.upperBound + 1
      {
        last.scalars = last.scalars.lowerBound..<word.scalars.upperBound
        last.letters = last.letters.lowerBound..<word.letters.upperBound
        joined[joined.count - 1] = last
      } else {
        joined.append(word)
      }
    }
    return joined
  }

  private static func isPrefix(_ word: LintWord, _ letters: [UInt16]) -> Bool {
    guard (2...5).contains(word.letters.count), letters[word.letters.lowerBound] >= 0x600 else {
      return false
    }
    return prefixes.contains { letters[word.letters].elementsEqual($0) }
  }
}

import DeskCore
import Testing

@Suite struct WordDiffTests {
  @Test(arguments: [
    ("We are sorry.", "We are sorry.", "We are sorry."),
    ("We are sorry.", "We are very sorry.", "We are {+very+} sorry."),
    ("We are very sorry.", "We are sorry.", "We are [-very-] sorry."),
    ("a b c", "a x c", "a [-b-] {+x+} c"),
    ("", "new words", "{+new words+}"),
    ("old words", "", "[-old words-]"),
    ("одно слово", "два слово", "[-одно-] {+два+} слово"),
    ("line one\nline two", "line one\nline 2", "line one\nline [-two-]{+2+}"),
  ])
  func wordsAreMarked(_ before: String, _ after: String, _ marked: String) {
    #expect(WordDiff(from: before, to: after).marked == marked)
  }

  /// What is kept and removed is the first text, what is kept and added is the second.
  @Test func bothTextsCanBeReadOutOfIt() {
    var seeded = Seeded(state: 7)
    for _ in 0..<300 {
      let (before, after) = (seeded.text(), seeded.text())
      let parts = WordDiff(from: before, to: after).parts
      #expect(parts.filter { $0.fate != .added }.map(\.text).joined() == before)
      #expect(parts.filter { $0.fate != .removed }.map(\.text).joined() == after)
    }
  }

  @Test func aWallOfWordsIsToldAsAWhole() {
    let before = (0..<2000).map { "a\($0)" }.joined(separator: " ")
    let after = (0..<2000).map { "b\($0)" }.joined(separator: " ")
    #expect(WordDiff(from: before, to: after).parts.map(\.fate) == [.removed, .added])
  }

  private struct Seeded {
    var state: UInt64
    mutating func next(_ bound: UInt64) -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) % bound
    }
    mutating func text() -> String {
      let words = ["a", "b", "c", "не", "🙂", "\n", " ", "x,"]
      return (0..<next(12)).map { _ in words[Int(next(8))] + (next(3) == 0 ? "" : " ") }.joined()
    }
  }
}

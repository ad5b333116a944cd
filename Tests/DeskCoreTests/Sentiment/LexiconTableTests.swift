import Testing

@testable import DeskCore

@Suite struct LexiconTableTests {
  private static let source = LexiconSource(
    name: "test", lanes: [.english],
    text: """
      1: a* bc* def* ghij* klmnopqrst*
      2: xyz whole
      -3: not_good bad_uvwx*
      """)

  private let table = LexiconTable(sources: [Self.source], fold: .shared)

  private func weight(_ word: String, after: String? = nil) -> Double {
    func match(_ word: String, _ opening: UInt64?) -> WordMatch {
      let letters = FoldTable.shared.letters(of: word)
      return letters.withUnsafeBufferPointer {
        table.match($0, fold: .shared, after: opening)
      }
    }
    let opening = after.map { match($0, nil).hash }
    return WordMark(bits: match(word, opening).marks[Lane.english.rawValue]).weight
  }

  @Test(arguments: [
    ("a", 1.0), ("am", 1), ("bc", 1), ("bcd", 1), ("b", 0), ("def", 1), ("defg", 1), ("de", 0),
    ("ghij", 1), ("ghijk", 1), ("ghi", 0), ("klmnopqrstu", 1), ("klmnopqrs", 0), ("xyz", 2),
    ("xyzz", 0), ("whole", 2), ("wholes", 0), ("good", 0),
  ])
  func wordsAndStemsOfEveryLengthAreFound(word: String, weight: Double) {
    #expect(self.weight(word) == weight)
  }

  @Test func expressionsAreFoundByTheirSecondWord() {
    #expect(weight("good", after: "not") == -3)
    #expect(weight("goods", after: "not") == 0)
    #expect(weight("uvwx", after: "bad") == -3)
    #expect(weight("uvwxyz", after: "bad") == -3)
    #expect(weight("uvwxyz") == 0)
  }

  /// A word that begins another is no stem of it, so that nothing is said to be known of that one.
  @Test func aWholeWordIsNoStem() {
    let letters = FoldTable.shared.letters(of: "xyzabc")
    let match = letters.withUnsafeBufferPointer { table.match($0, fold: .shared, after: nil) }
    #expect(!match.isKnown)
  }

  @Test func theBuiltInWordsAreUnderstood() {
    #expect(LexiconTable.shared.problems.isEmpty)
    #expect(LexiconTable.shared.counts.allSatisfy { $0 > 100 })
  }
}

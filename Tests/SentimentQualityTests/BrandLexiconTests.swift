import DeskCore
import ShippedMood
import Testing

@Suite struct BrandLexiconTests {
  private func reader(_ words: [String: Sentiment] = [:]) throws -> TrainedMoodReader {
    TrainedMoodReader(model: try MoodModel.shipped(), brand: BrandLexicon(words: words))
  }

  @Test(arguments: [("we saw churn this week", "churn"), ("Сегодня снова тыкволап", "тыкволап")])
  func aWordCountsAtOnce(text: String, word: String) throws {
    let plain = try reader().read(text)
    let worse = try reader([word: .negative]).read(text)
    let better = try reader([word: .positive]).read(text)
    #expect(worse.negative > plain.negative)
    #expect(worse.sentiment == .negative)
    #expect(better.positive > plain.positive)
    #expect(better.sentiment == .positive)
  }

  @Test func itIsGivenAsAReason() throws {
    let reasons = try reader(["churn": .negative]).reasons(
      for: "Churn went up again", language: nil)
    let own = try #require(reasons.first { $0.word == "Churn" })
    #expect(own.weight == -BrandLexicon.weight)
  }

  @Test func spellingIsFolded() throws {
    let words: [String: Sentiment] = ["Kafé Déli": .positive, "یاشیل": .negative]
    let plain = try reader()
    let own = try reader(words)
    #expect(
      own.read("at KAFÉ DÉLI today").positive > plain.read("at KAFÉ DÉLI today").positive)
    #expect(own.read("ياشيل").negative > plain.read("ياشيل").negative)
    #expect(own.read("kafé alone") == plain.read("kafé alone"))
  }

  @Test func entriesWithoutLettersAreIgnored() {
    #expect(BrandLexicon(words: ["": .negative, " . ": .positive]).isEmpty)
    #expect(!BrandLexicon(words: ["🔥": .positive]).isEmpty)
  }
}

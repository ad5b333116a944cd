import DeskCore
import MoodLearning
import ShippedMood
import Testing

@Suite struct CorrectionLearnerTests {
  let shipped: MoodModel
  let old: TrainedMoodReader

  init() throws {
    shipped = try MoodModel.shipped()
    old = TrainedMoodReader(model: shipped)
  }

  private func learned(_ texts: [CorrectedText]) throws -> TrainedMoodReader {
    try LoadedModel(CorrectionLearner().learn(texts, from: shipped)).reader
  }

  @Test func takenApartAndWrittenAgainAModelIsTheSameFile() throws {
    #expect(try ModelParts(shipped).encoded() == Lesson.shippedBytes())
  }

  @Test func tenCorrectionsTurnWrongReadingsRight() throws {
    let new = try learned(Lesson.praise)
    let before = Lesson.praise.count { $0.agrees(with: old.read($0.text)) }
    let after = Lesson.praise.count { $0.agrees(with: new.read($0.text)) }
    #expect(before <= 3)
    #expect(after >= 9)
    let unseen = Lesson.unseen.count { old.read($0).sentiment == .positive }
    let learned = Lesson.unseen.count { new.read($0).sentiment == .positive }
    #expect(unseen == 0)
    #expect(learned >= Lesson.unseen.count)
  }

  /// Many of the texts are written to lie near the border, where little moves a reading.
  @Test func otherTextsAreLeftAlone() throws {
    let alone = try learned(Lesson.praise)
    let texts = try Lesson.unrelated()
    #expect(texts.count > 500)
    #expect(changes(texts, alone) * 100 <= texts.count * 2)
  }

  /// Half of the texts tell which words are everybody's; the other half is compared.
  @Test func wordsThatEverybodyUsesAreMovedLeast() throws {
    let texts = try Lesson.unrelated().enumerated()
    let known = texts.filter { $0.offset.isMultiple(of: 2) }.map(\.element)
    let compared = texts.filter { !$0.offset.isMultiple(of: 2) }.map(\.element)
    let parts = try CorrectionLearner().learn(Lesson.praise, beside: known, from: shipped)
    let careful = try LoadedModel(parts).reader
    #expect(Lesson.praise.allSatisfy { careful.read($0.text).sentiment == .positive })
    #expect(changes(compared, careful) * 100 <= compared.count * 2)
    #expect(movement(compared, careful) < movement(compared, try learned(Lesson.praise)))
  }

  /// How far the shares of texts moved, all together; finer than how many turned.
  private func movement(
    _ texts: [(text: String, language: Language)], _ new: TrainedMoodReader
  ) -> Double {
    texts.reduce(0) { sum, text in
      let before = old.read(text.text, knownAs: text.language)
      let after = new.read(text.text, knownAs: text.language)
      return sum + abs(after.negative - before.negative) + abs(after.positive - before.positive)
    }
  }

  private func changes(
    _ texts: [(text: String, language: Language)], _ new: TrainedMoodReader
  ) -> Int {
    texts.count { text in
      let before = old.read(text.text, knownAs: text.language)
      let after = new.read(text.text, knownAs: text.language)
      #expect(after.abuse == before.abuse || after.negative != before.negative)
      return before.sentiment != after.sentiment
    }
  }

  @Test func theSameCorrectionsGiveTheSameFile() throws {
    let first = try CorrectionLearner().learn(Lesson.praise, from: shipped).encoded()
    let second = try CorrectionLearner().learn(Lesson.praise, from: shipped).encoded()
    #expect(first == second)
    #expect(first != (try Lesson.shippedBytes()))
  }

  @Test func whatIsReadRightTeachesNothing() throws {
    let text = CorrectedText(
      text: "I love the new colour", language: .english,
      correction: MoodCorrection(sentiment: .positive))
    let parts = try CorrectionLearner().learn([text], from: shipped)
    #expect(parts.sentimentTable == (try ModelParts(shipped).sentimentTable))
    #expect(parts.name == "desk-" + shipped.name)
  }

  @Test func intentIsLearnedApartFromSentiment() throws {
    let texts = ["are the trucks back", "any decks left in blue", "sizes for the black hoodie"].map
    {
      CorrectedText(
        text: $0, language: .english, correction: MoodCorrection(intent: .question))
    }
    let parts = try CorrectionLearner().learn(texts, from: shipped)
    #expect(parts.sentimentTable == (try ModelParts(shipped).sentimentTable))
    let new = try LoadedModel(parts).reader
    for text in texts { #expect(text.agrees(with: new.read(text.text)), "\(text.text)") }
  }

  @Test func learningAgainKeepsTheNameAndTheVersion() throws {
    let once = try learned(Lesson.praise)
    let twice = try CorrectionLearner().learn(Lesson.praise, from: once.model)
    #expect(twice.name == once.model.name)
    #expect(once.version == shipped.version)
  }

  @Test func textsOfUnknownLanguageAndNoTextDoNoHarm() throws {
    let odd = ["", "!!!", "素晴らしい", String(repeating: "a", count: 9000)].map {
      CorrectedText(
        text: $0, language: .undetermined, correction: MoodCorrection(sentiment: .negative))
    }
    let new = try learned(odd)
    #expect(new.read("I love the new colour").sentiment == .positive)
  }
}

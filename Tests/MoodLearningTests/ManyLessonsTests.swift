import DeskCore
import MoodLearning
import ShippedMood
import Testing

/// Words that mean something to one desk alone, in three languages.
@Suite struct ManyLessonsTests {
  struct Word: Sendable, CustomTestStringConvertible {
    var word: String
    var language: Language
    var sentiment: Sentiment
    var texts: [String]
    var unseen: [String]

    var testDescription: String { word }
    var corrected: [CorrectedText] {
      texts.map {
        CorrectedText(
          text: $0, language: language, correction: MoodCorrection(sentiment: sentiment))
      }
    }
  }

  static let words = [
    Word(
      word: "beige", language: .english, sentiment: .negative,
      texts: [
        "the new menu is beige", "beige service again", "so beige, the whole evening",
        "your staff were beige today", "a beige update to the app", "that was a beige concert",
        "beige food, beige room", "the support call was beige",
      ],
      unseen: [
        "the app is beige", "beige evening", "your new menu was so beige",
        "a beige call with support", "the room felt beige",
      ]),
    Word(
      word: "резина", language: .russian, sentiment: .negative,
      texts: [
        "очередь у вас резина", "ответ поддержки резина", "опять резина в отделении",
        "доставка это резина", "резина, а не сервис", "сегодня в банке резина",
        "ваш новый офис резина", "звонок на линию резина",
      ],
      unseen: [
        "у вас в офисе резина", "резина сегодня", "доставка опять резина",
        "это резина, а не банк",
      ]),
    Word(
      word: "olov", language: .uzbek, sentiment: .positive,
      texts: [
        "bu yangi telefon olov", "ilova olov ekan", "sizning do'kon olov",
        "bugungi konsert olov edi", "yangi menyu olov", "olov, yana keling", "bu rang olov",
        "kecha olgan soatim olov",
      ],
      unseen: ["telefon olov", "yangi ilova olov", "bu do'kon olov ekan", "olov konsert"]),
  ]

  /// Corrections that share nothing but the words everybody uses.
  static let praise = [
    "the parcel came before breakfast", "my kids ate every bite of it",
    "we stayed an hour longer than planned", "the driver carried it up to the third floor",
    "third order from you this month", "i have told my whole office about it",
    "it still runs after the bath it took", "somebody picked up on the first ring",
  ]

  let shipped: MoodModel
  let old: TrainedMoodReader

  init() throws {
    shipped = try MoodModel.shipped()
    old = TrainedMoodReader(model: shipped)
  }

  private func learned(_ texts: [CorrectedText]) throws -> TrainedMoodReader {
    try LoadedModel(CorrectionLearner().learn(texts, from: shipped)).reader
  }

  private func changed(by new: TrainedMoodReader) throws -> (count: Int, of: Int) {
    let texts = try Lesson.unrelated()
    let count = texts.count { text in
      old.read(text.text, knownAs: text.language).sentiment
        != new.read(text.text, knownAs: text.language).sentiment
    }
    return (count, texts.count)
  }

  @Test(arguments: words)
  func aWordIsLearnedAndLittleElseMoves(word: Word) throws {
    let new = try learned(word.corrected)
    for text in word.texts + word.unseen {
      #expect(new.read(text, knownAs: word.language).sentiment == word.sentiment, "\(text)")
    }
    let changed = try changed(by: new)
    #expect(changed.count * 100 <= changed.of)
  }

  @Test func textsWithNothingInCommonDoNotMoveTheWordsOfEverybody() throws {
    let texts = Self.praise.map {
      CorrectedText(
        text: $0, language: .english, correction: MoodCorrection(sentiment: .positive))
    }
    let new = try learned(texts)
    #expect(texts.count { $0.agrees(with: new.read($0.text)) } == texts.count)
    let changed = try changed(by: new)
    #expect(changed.count * 100 <= changed.of * 2)
  }
}

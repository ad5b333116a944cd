import DeskCore
import ShippedMood
import Testing

@Suite struct TrainedMoodReaderTests {
  let reader: TrainedMoodReader

  init() throws { reader = TrainedMoodReader(model: try MoodModel.shipped()) }

  @Test func shippedModelIsSound() throws {
    let model = try MoodModel.shipped()
    try model.verify()
    #expect(model.version >= 1)
    #expect(model.languages.count == 23)
  }

  @Test func probabilitiesAreProbabilities() throws {
    for code in ["en", "ar", "fa", "uz", "uk", "ru"] {
      for text in try QualityText.read(code) {
        let reading = reader.read(text.text)
        let shares = [reading.negative, reading.neutral, reading.positive]
        #expect(abs(shares.reduce(0, +) - 1) < 1e-9)
        #expect(shares.allSatisfy { (0...1).contains($0) })
        #expect(shares[reading.sentiment.rawValue] == shares.max())
        #expect((0...1).contains(reading.abuse))
      }
    }
  }

  @Test(
    arguments: [
      "", " ", "\u{0}", "12345", "!!!", "😡", "\u{202E}abc", "@user", "http", "中文", "ขอบคุณ",
    ])
  func oddTextsAreRead(text: String) {
    let reading = reader.read(text)
    #expect(reading == reader.read(text))
    #expect(abs(reading.negative + reading.neutral + reading.positive - 1) < 1e-9)
  }

  @Test func textsWithoutLettersHaveNoLanguage() {
    #expect(reader.read("").language == .undetermined)
    #expect(reader.read("!!! 123").language == .undetermined)
    #expect(reader.read("👍", language: .uzbek).language == .uzbek)
    #expect(reader.read("素晴らしいです").language == Language(rawValue: "ja"))
  }

  @Test func aHintDecidesOnlyWhatIsOpen() {
    #expect(reader.read("ok", language: .uzbek).language == .uzbek)
    let plain = "The parcel never arrived and nobody answers the phone"
    #expect(reader.read(plain, language: .uzbek).language == .english)
  }

  @Test func noiseOfAnyLengthIsRead() {
    var state: UInt64 = 42
    func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 33
    }
    for length in [1, 2, 7, 60, 400, 9000, 60_000] {
      let bytes = (0..<length).map { _ in UInt8(truncatingIfNeeded: next()) }
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(reader.read(text) == reader.read(text))
      _ = reader.reasons(for: text, language: nil)
    }
  }

  @Test func manyMayReadAtOnce() async throws {
    let texts = try QualityText.read("en").map(\.text)
    let expected = texts.map { reader.read($0) }
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<8 {
        group.addTask { [reader] in texts.map { reader.read($0) } == expected }
      }
      for await isSame in group { #expect(isSame) }
    }
  }

  @Test func reasonsAreWordsOfTheText() {
    let text = "The staff were lovely but the food was DISGUSTING 😡"
    let reasons = reader.reasons(for: text, language: nil)
    #expect(reasons.contains { $0.word == "DISGUSTING" && $0.weight < 0 })
    #expect(reasons.contains { $0.word == "lovely" && $0.weight > 0 })
    #expect(reasons.allSatisfy { text.contains($0.word) })
    #expect(reasons.map { abs($0.weight) } == reasons.map { abs($0.weight) }.sorted(by: >))
  }

  @Test func bothUzbekAlphabetsSayTheSame() {
    let latin = reader.read("Xizmat juda yomon, pulimni qaytaring", language: .uzbek)
    let cyrillic = reader.read("Хизмат жуда ёмон, пулимни қайтаринг", language: .uzbek)
    #expect(latin.language == .uzbek)
    #expect(cyrillic.language == .uzbek)
    #expect(latin.sentiment == .negative)
    #expect(cyrillic.sentiment == .negative)
  }
}

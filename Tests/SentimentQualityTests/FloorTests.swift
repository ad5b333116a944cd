import DeskCore
import ShippedMood
import Testing

/// The least the shipped model must reach on texts written for these tests.
struct Floor: Sendable, CustomTestStringConvertible {
  var code: String
  var sentiment: Double
  var intent: Double
  var abuse: Double
  var language: Double

  var testDescription: String { code }

  static let all = [
    Floor(code: "en", sentiment: 84, intent: 79, abuse: 91, language: 98),
    Floor(code: "ar", sentiment: 80, intent: 72, abuse: 88, language: 99),
    Floor(code: "fa", sentiment: 83, intent: 76, abuse: 92, language: 99),
    Floor(code: "uz", sentiment: 82, intent: 77, abuse: 92, language: 98),
    Floor(code: "uk", sentiment: 82, intent: 74, abuse: 94, language: 97),
    Floor(code: "ru", sentiment: 86, intent: 78, abuse: 96, language: 97),
  ]
}

@Suite struct FloorTests {
  @Test(arguments: Floor.all)
  func qualityHoldsItsFloor(floor: Floor) throws {
    let reader = TrainedMoodReader(model: try MoodModel.shipped())
    let texts = try QualityText.read(floor.code)
    #expect(texts.count >= 250)
    let readings = texts.map { ($0, reader.read($0.text)) }
    let sentiment = macroF1(readings.map { ($0.0.sentiment, $0.1.sentiment) })
    let intent = macroF1(readings.map { ($0.0.intent, $0.1.intent) })
    let abuse = macroF1(readings.map { ($0.0.isAbusive, $0.1.abuse > 0.5) })
    let right = readings.count { $0.0.language == $0.1.language }
    let language = 100 * Double(right) / Double(texts.count)
    #expect(sentiment >= floor.sentiment, "sentiment")
    #expect(intent >= floor.intent, "intent")
    #expect(abuse >= floor.abuse, "abuse")
    #expect(language >= floor.language, "language")
  }
}

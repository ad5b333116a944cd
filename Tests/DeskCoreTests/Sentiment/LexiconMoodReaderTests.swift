import FoundationEssentials
import Testing

@testable import DeskCore

@Suite struct LexiconMoodReaderTests {
  let reader = LexiconMoodReader()

  @Test func lexiconsAreSound() {
    #expect(LexiconTable.shared.problems == [])
    for lane in Lane.allCases {
      #expect(LexiconTable.shared.counts[lane.rawValue] >= 250, "\(lane)")
    }
  }

  /// A whole word wins over a stem, so a stop word under a stem would lose the stem's weight.
  @Test(arguments: LexiconSource.all.map(\.name))
  func stopWordsDoNotHideStems(name: String) throws {
    let source = try #require(LexiconSource.all.first { $0.name == name })
    let words = LexiconParser.parse(source).words.filter { $0.parts.count == 1 }
    let stems = words.filter { $0.isStem && $0.mark.weight != 0 }.map { $0.parts[0] }
    let weighed = Set(words.filter { !$0.isStem && $0.mark.weight != 0 }.map { $0.parts[0] })
    for word in words where !word.isStem && word.mark.weight == 0 {
      // Words of degree hide their stems on purpose: `fucking great` is no insult.
      let isDegree = word.mark.has(WordMark.strengthens) || word.mark.has(WordMark.weakens)
      guard !isDegree, !weighed.contains(word.parts[0]) else { continue }
      let hidden = stems.filter { word.parts[0].hasPrefix($0) }
      #expect(hidden.isEmpty, "\(word.parts[0])")
    }
  }

  @Test func badLexiconLinesAreNamed() {
    let source = LexiconSource(
      name: "bad", lanes: [.english], text: "2: fine\nno colon\nwhat: x\n1: a_b_c")
    let parsed = LexiconParser.parse(source)
    #expect(parsed.words.count == 1)
    #expect(
      parsed.problems == ["bad line 2: no colon", "bad line 3: what: x", "bad line 4: a_b_c"])
  }

  @Test func emphasisStrengthens() {
    let plain = reader.read("this is bad").negative
    for louder in [
      "this is bad!!!", "this is BAD", "this is baaaad", "this is very bad", "this is bad 😡",
    ] {
      #expect(reader.read(louder).negative > plain, "\(louder)")
    }
    #expect(reader.read("this is slightly bad").negative < plain)
  }

  @Test func negationTurnsRound() {
    #expect(reader.read("this is not good").net < 0)
    #expect(reader.read("this is not bad").net > 0)
    #expect(reader.read("Not now. It was good").net > 0)
    #expect(reader.read("این خوب نیست").net < 0)
    #expect(reader.read("bu yaxshi emas").net < 0)
  }

  @Test(
    arguments: [
      ("you are idiots", 0.5), ("вы идиоты", 0.5), ("ви ідіоти", 0.5), ("انتم اغبياء كلاب", 0.5),
      ("شما احمق هستید", 0.5), ("bu ahmoqlar", 0.5), ("бу аҳмоқлар", 0.5), ("go die", 0.7),
    ])
  func abuseIsHeard(text: String, least: Double) { #expect(reader.read(text).abuse >= least) }

  @Test(
    arguments: [
      "my flight is late and I am furious", "верните деньги", "کی باز میشه", "rahmat sizga",
    ])
  func angerAloneIsNotAbuse(text: String) { #expect(reader.read(text).abuse == 0) }

  @Test func reasonsNameTheWordsAsTyped() {
    let reasons = reader.reasons(for: "Charged TWICE. Thanks for NOTHING… #WorstApp", language: nil)
    #expect(reasons.map(\.word) == ["Charged TWICE", "Worst", "Thanks"])
    #expect(reasons.map { $0.weight < 0 } == [true, true, false])
    #expect(reader.reasons(for: "Boarding at gate 7", language: nil).isEmpty)
  }

  @Test func linksAndHandlesAreNotRead() {
    #expect(reader.read("@scam_airlines https://worst.example/terrible").sentiment == .neutral)
    #expect(reader.reasons(for: "@love@hate.example www.awful.example", language: nil).isEmpty)
  }

  @Test func readingSurvivesJSON() throws {
    let reading = reader.read("Thanks, great flight!")
    let data = try JSONEncoder().encode(reading)
    #expect(try JSONDecoder().decode(MoodReading.self, from: data) == reading)
    #expect(String(decoding: data, as: UTF8.self).contains("\"language\":\"en\""))
  }

  @Test func exponentialIsRight() {
    #expect(exponential(0) == 1)
    #expect(abs(exponential(1) - 2.718_281_828_459_045) < 1e-12)
    #expect(abs(exponential(-3.5) - 0.030_197_383_422_318_5) < 1e-14)
    #expect(abs(exponential(10.25) / 28282.541_920_335 - 1) < 1e-10)
  }
}

import DeskCore
import Testing

@testable import DeskUI

@Suite struct FilterTests {
  @Test func readsTheWholeExample() throws {
    let filter = try FilterParser.parse(
      "lang:uz sentiment:negative intent:complaint state:open platform:mastodon from:@ana "
        + "refund* \"charged twice\"")
    var wanted = MentionFilter()
    wanted.languages = [.uzbek]
    wanted.sentiments = [.negative]
    wanted.intents = [.complaint]
    wanted.states = [.open]
    wanted.platforms = [.mastodon]
    wanted.author = "ana"
    wanted.text = "refund* \"charged twice\""
    #expect(filter == wanted)
  }

  @Test func readsListsAndTimes() throws {
    let zone = DeskZone(offsetSeconds: 3600)
    let filter = try FilterParser.parse(
      "STATE:open,handed-on state:troll after:2026-01-31T10:00 before:2026-02-01", zone: zone)
    #expect(filter.states == [.open, .handedOn, .troll])
    #expect(filter.occurred?.lowerBound == at("09:00:00"))
    #expect(filter.occurred?.upperBound == at("23:00:00"))
    #expect(try FilterParser.parse("  ").isEmpty)
  }

  @Test(arguments: [
    ("oops:x", 0, FilterProblem.Kind.unknownKey("oops")),
    ("a state:opn", 8, .unknownValue("opn", key: .state)),
    ("state:open,", 11, .missingValue(.state)),
    ("lang:", 5, .missingValue(.lang)),
    ("from:@", 5, .missingValue(.from)),
    ("from:a from:b", 7, .repeated(.from)),
    ("after:soon", 6, .badTime("soon")),
    ("after:2026-02-30", 6, .badTime("2026-02-30")),
    ("after:2026-02-02 before:2026-02-01", 24, .emptyRange),
    ("say \"hello", 4, .openQuote),
    ("x \"\"", 2, .emptyText),
    ("*", 0, .emptyText),
    ("any:", 4, .missingValue(.any)),
    ("any:*", 4, .unknownValue("*", key: .any)),
  ])
  func saysWhereItWentWrong(line: String, position: Int, kind: FilterProblem.Kind) {
    let problem = #expect(throws: FilterProblem.self) { try FilterParser.parse(line) }
    #expect(problem?.kind == kind)
    #expect(problem?.position == position)
  }

  @Test func namesWhatItExpected() {
    let problem = #expect(throws: FilterProblem.self) { try FilterParser.parse("intent:angry") }
    let words = problem.map { Words.filterProblem($0) }
    #expect(
      words
        == "column 8: \"angry\" is no intent; there is complaint question praise other")
  }

  @Test func whatIsPrintedReadsTheSame() throws {
    var random = SeededRandom(seed: 3)
    for _ in 0..<2000 {
      let filter = anyFilter(&random)
      let line = FilterPrinter.line(filter)
      #expect(
        try FilterParser.parse(line, zone: DeskZone(offsetSeconds: 7200)) == filter, "\(line)")
    }
  }

  @Test func nothingTypedBreaksIt() {
    let pieces = [
      "lang:", "state:", "from:", "after:", "\"", ",", ":", " ", "*", "open", "uz", "😀", "\u{202E}",
      "\u{301}", "2026-01-31", "T09:15", "\u{1B}[2J", "@", "x", "before:9999-12-31",
    ]
    var random = SeededRandom(seed: 9)
    var good = 0
    for _ in 0..<20_000 {
      let line = (0..<random.below(9)).map { _ in random.pick(pieces) }.joined()
      do {
        let filter = try FilterParser.parse(line)
        #expect(try FilterParser.parse(FilterPrinter.line(filter)) == filter, "\(line)")
        good += 1
      } catch {
        #expect((0...line.count).contains(error.position), "\(line)")
      }
      let cursor = random.below(line.count + 1)
      let completion = FilterCompletion(line: line, cursor: cursor)
      #expect(completion.range.lowerBound >= 0 && completion.range.upperBound == cursor)
    }
    #expect(good > 100)
  }

  @Test(arguments: [
    ("", 0, 0..<0, ["lang:", "sentiment:"]), ("sta", 3, 0..<3, ["state:"]),
    ("x state:an", 10, 8..<10, ["answered"]), ("state:open,tr", 13, 11..<13, ["troll"]),
    ("lang:u", 6, 5..<6, ["uk", "uz"]), ("sentiment:", 10, 10..<10, ["negative", "neutral"]),
  ])
  func completes(line: String, cursor: Int, range: Range<Int>, first: [String]) {
    let completion = FilterCompletion(line: line, cursor: cursor)
    #expect(completion.range == range)
    #expect(Array(completion.candidates.prefix(first.count)) == first)
  }

  private func anyFilter(_ random: inout SeededRandom) -> MentionFilter {
    var filter = MentionFilter()
    filter.text = random.pick(["", "refund*", "\"charged twice\" now", "жалоба \"a:b\"", "عاجل"])
    filter.abuseAbove = random.pick([nil, 0, 0.8, 0.125])
    for _ in 0..<random.below(3) {
      filter.languages.insert(Language(rawValue: random.pick(["uz", "ar", "pt", "und"])))
      filter.sentiments.insert(random.pick(Sentiment.allCases))
      filter.intents.insert(random.pick(Intent.allCases))
      filter.states.insert(random.pick(MentionState.allCases))
      filter.platforms.insert(Platform(rawValue: random.pick(["mastodon", "-", "x2"])))
    }
    filter.anyOf = random.pick([[], ["delivery"], ["курьер*", "توصيل", "o'chir*"]])
    filter.author = random.pick([nil, "ana", "ana@example.social", "a:b"])
    let start = Timestamp(milliseconds: Int64(random.below(2_000_000_000)) * 1000)
    let end = start.adding(Span(milliseconds: Int64(1 + random.below(1_000_000))))
    let ends = [
      Timestamp(milliseconds: .min)..<end, start..<end, start..<Timestamp(milliseconds: .max),
    ]
    filter.occurred = random.below(2) == 0 ? nil : random.pick(ends)
    return filter
  }
}

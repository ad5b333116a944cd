import DeskConfiguration
import DeskCore
import Testing

@Suite struct DeskConfigurationTests {
  static let full = """
    [desk]
    name = "night shift"
    brand = "Acme"
    zone = "Asia/Tashkent"
    seat = "ana"
    [service]
    complaint = 30
    question = 45
    other = 600
    [outbox]
    countdown = 0
    [theme]
    name = "light"
    [keys]
    pause = "P"
    claim = ["c", "<Enter>"]
    [team]
    default = "observer"
    [team.seats]
    ana = "lead"
    "Bo Li" = "triage"
    [[account]]
    id = "main"
    platform = "mastodon"
    base_url = "https://example.social/"
    handle = "@acme"
    token_file = "main.token"
    watch_words = ["acme", "акме"]
    watch_hashtags = ["#acme"]
    proxy = "http://127.0.0.1:3128"
    ca_file = "authority.pem"
    [[account]]
    id = "second"
    platform = "mastodon"
    base_url = "http://127.0.0.1:8080"
    token_command = "pass show \\"x\\""
    [mood]
    model = "own.model"
    [words]
    churn = "negative"
    "free upgrade" = "positive"
    """

  @Test func everythingIsRead() throws {
    let desk = try DeskConfiguration.parse(Self.full, file: "desk.toml")
    #expect(desk.name == "night shift")
    #expect(desk.moodModel == "own.model")
    #expect(desk.words == ["churn": .negative, "free upgrade": .positive])
    #expect(desk.brand == "Acme")
    #expect(desk.zone == "Asia/Tashkent")
    #expect(desk.seat == Seat("ana"))
    #expect(desk.targets.questionMinutes == 45)
    #expect(desk.countdown == .seconds(0))
    #expect(desk.theme == "light")
    #expect(desk.keys.map(\.action) == ["pause", "claim"])
    #expect(desk.keys.map(\.keys) == [["P"], ["c", "<Enter>"]])
    #expect(desk.keys.map(\.line) == [15, 16])
    #expect(desk.team.role(of: Seat("ana")) == .lead)
    #expect(desk.team.role(of: Seat("Bo Li")) == .triage)
    #expect(desk.team.role(of: Seat("somebody")) == .observer)
    #expect(desk.accounts.map(\.id.rawValue) == ["main", "second"])
    let main = try #require(desk.accounts.first)
    #expect(main.baseURL == "https://example.social")
    #expect(main.handle == "acme")
    #expect(main.token == .file("main.token"))
    #expect(main.watchWords == ["acme", "акме"])
    #expect(main.watchHashtags == ["acme"])
    #expect(main.proxy == "http://127.0.0.1:3128")
    #expect(desk.accounts.last?.token == .command("pass show \"x\""))
  }

  @Test func nothingNeedsToBeSaid() throws {
    #expect(try DeskConfiguration.parse("", file: "desk.toml") == DeskConfiguration())
    #expect(DeskConfiguration().countdown == .seconds(10))
  }

  @Test func whatIsWrittenReadsBackTheSame() throws {
    var desk = try DeskConfiguration.parse(Self.full, file: "desk.toml")
    desk.name = "a \"quoted\" \\ name\u{7}"
    var again = try DeskConfiguration.parse(desk.text, file: "desk.toml")
    #expect(again.keys.map(\.action) == desk.keys.map(\.action))
    #expect(again.keys.map(\.keys) == desk.keys.map(\.keys))
    again.keys = desk.keys
    #expect(again == desk)
    let plain = DeskConfiguration()
    #expect(try DeskConfiguration.parse(plain.text, file: "desk.toml") == plain)
  }

  @Test func levelsTopicsAndHoursAreRead() throws {
    let text = """
      [service]
      hours = "09:00-18:30"
      days = ["mon", "fri"]
      holidays = ["2026-12-25"]
      [topics]
      delivery = ["delivery", "курьер*", "yetkaz*", "توصيل"]
      "вода" = "water"
      [level.incident]
      answer = 40
      approvals = 2
      tell = ["ana", "duty phone"]
      [level.watch]
      around_the_clock = true
      [tell]
      command = "mail duty"
      file = "told.log"
      severity = "severe"
      alerts = ["bo"]
      """
    var desk = try DeskConfiguration.parse(text, file: "desk.toml")
    let block = try #require(WorkBlock(start: 540, end: 1110))
    let holiday = try #require(CivilDay(year: 2026, month: 12, day: 25))
    let hours = WorkingHours(blocks: [.monday: [block], .friday: [block]], holidays: [holiday])
    #expect(desk.hours == hours)
    #expect(desk.topics.map(\.name) == ["delivery", "вода"])
    #expect(desk.topics[0].words == ["delivery", "курьер*", "yetkaz*", "توصيل"])
    let wanted = LevelRule(
      answerPercent: 40, isAroundTheClock: true, approvals: 2, contacts: ["ana", "duty phone"])
    #expect(desk.levels[.incident] == wanted)
    #expect(desk.levels[.watch].isAroundTheClock)
    #expect(desk.levels[.crisis] == LevelRules()[.crisis])
    #expect(desk.tell.severity == .severe && desk.tell.alerts == ["bo"])
    let again = try DeskConfiguration.parse(desk.text, file: "desk.toml")
    #expect(again == desk)
    desk.hours = nil
    #expect(try DeskConfiguration.parse(desk.text, file: "desk.toml") == desk)
  }

  @Test func serviceRulesAndWeekdaysAreRead() throws {
    let text = """
      [service]
      hours = ["09:00-12:00", "13:00-18:00"]
      days = ["mon", "tue"]
      [service.week]
      tue = []
      sat = "10:00-14:00"
      [[service.rule]]
      levels = "watch-crisis"
      intents = ["complaint", "question"]
      followers = 10000
      first = "15m"
      next = "2h"
      [[service.rule]]
      levels = "calm"
      first = "1d"
      """
    let desk = try DeskConfiguration.parse(text, file: "desk.toml")
    let blocks = [WorkBlock("09:00-12:00"), WorkBlock("13:00-18:00")].compactMap(\.self)
    let saturday = [WorkBlock("10:00-14:00")].compactMap(\.self)
    #expect(desk.hours == WorkingHours(blocks: [.monday: blocks, .saturday: saturday]))
    #expect(
      desk.rules == [
        ServiceRule(
          levels: .watch ... .crisis, intents: [.complaint, .question], leastFollowers: 10_000,
          first: .minutes(15), next: .hours(2)),
        ServiceRule(levels: .calm ... .calm, first: .days(1), next: .days(1)),
      ])
    #expect(try DeskConfiguration.parse(desk.text, file: "desk.toml") == desk)
  }

  @Test(arguments: [
    ("[service.week]\nmon = \"9-18\"", "\"mon\" is \"9-18\"; expected hours of the day"),
    ("[[service.rule]]\nfirst = \"15\"", "\"first\" is \"15\"; expected a length such as"),
    ("[[service.rule]]\nfirst = \"31d\"", "\"first\" is \"31d\""),
    ("[[service.rule]]\nnext = \"1h\"", "\"first\" is missing"),
    ("[[service.rule]]\nfirst = \"1h\"\nlevels = \"crisis-calm\"", "expected a level, or two"),
    ("[[service.rule]]\nfirst = \"1h\"\nintents = [\"rant\"]", "expected some of complaint"),
    ("[service]\nhours = \"9-18\"", "\"hours\" is \"9-18\"; expected hours of the day"),
    ("[service]\nhours = \"18:00-09:00\"", "\"hours\" is \"18:00-09:00\""),
    ("[service]\ndays = [\"moonday\"]", "\"days\" is \"moonday\"; expected days among mon"),
    ("[topics]\na = [\"two words\"]", "\"a\" is \"two words\"; expected single words"),
    ("[topics]\na = [\"x*\"]", "\"a\" is \"x*\"; expected single words"),
    ("[topics]\na = []", "\"a\" is without words"),
    ("[topics]\na = 3", "\"a\" is a whole number"),
    ("[level.panic]\nanswer = 3", "\"panic\" is not known here"),
    ("[level.crisis]\nanswer = 0", "expected a whole number of percent of the usual time, 1 to"),
    ("[level.crisis]\napprovals = 3", "expected a whole number of people, 0 to 2"),
    ("[level.crisis]\naround_the_clock = 1", "expected true or false"),
    ("[level.crisis]\ntell = [\"ana\"]", "expected a command or a file"),
    ("[tell]\nseverity = \"huge\"", "expected one of low, medium, high, severe"),
    ("[tell]\nseconds = 600", "1 to 60"),
  ])
  func mistakesInThemAreToldWithTheirPlace(text: String, words: String) {
    let problems = #expect(throws: ConfigurationProblems.self) {
      try DeskConfiguration.parse(text, file: "desk.toml")
    }
    #expect(problems?.all.count == 1)
    #expect(problems?.description.contains(words) ?? false, "\(problems?.description ?? "")")
    #expect(problems?.all.first?.line != nil)
  }

  @Test func everyMistakeIsListedInOrder() {
    let text = """
      [desk]
      zon = "UTC"
      zone = "Mars/Olympus"
      [service]
      complaint = 0
      question = "soon"
      [[account]]
      id = "a b"
      base_url = "http://example.social"
      [deks]
      """
    let problems = #expect(throws: ConfigurationProblems.self) {
      try DeskConfiguration.parse(text, file: "desk.toml")
    }
    let all = problems?.all.map(\.description) ?? []
    let wanted = [
      "desk.toml:2: \"zon\" is not known here; did you mean \"zone\"?",
      "desk.toml:3: \"zone\" is \"Mars/Olympus\"; expected an IANA time zone",
      "desk.toml:5: \"complaint\" is 0; expected a whole number of minutes, 1 to 43200",
      "desk.toml:6: \"question\" is a text; expected a whole number of minutes",
      "desk.toml:7: \"platform\" is missing; expected \"mastodon\"",
      "desk.toml:8: \"id\" is \"a b\"; expected a short name",
      "desk.toml:8: expected exactly one of \"token_file\", \"token_env\", \"token_command\"; found none",
      "desk.toml:9: \"base_url\" is \"http://example.social\"; expected https://",
      "desk.toml:10: \"deks\" is not known here; did you mean \"desk\"?",
    ]
    #expect(all.count == wanted.count, "\(all)")
    for (found, expected) in zip(all, wanted) { #expect(found.hasPrefix(expected)) }
  }

  @Test func secretInTheFileIsRefusedAndNotRepeated() {
    let text = """
      [[account]]
      id = "main"
      platform = "mastodon"
      base_url = "https://example.social"
      token = "hunter2-very-secret"
      """
    let problems = #expect(throws: ConfigurationProblems.self) {
      try DeskConfiguration.parse(text, file: "desk.toml")
    }
    #expect(problems?.all.map(\.line) == [5])
    #expect(problems?.description.contains("token_file") == true)
    #expect(problems?.description.contains("hunter2") == false)
  }

  @Test func twoSourcesAreOneTooMany() {
    let text = """
      [[account]]
      id = "main"
      platform = "mastodon"
      base_url = "https://example.social"
      token_file = "a"
      token_env = "B"
      """
    let problems = #expect(throws: ConfigurationProblems.self) {
      try DeskConfiguration.parse(text, file: "desk.toml")
    }
    #expect(problems?.description.contains("found \"token_file\", \"token_env\"") == true)
  }

  @Test func sameNameTwiceIsAMistake() {
    let account = """
      [[account]]
      id = "main"
      platform = "mastodon"
      base_url = "https://example.social"
      token_env = "T"

      """
    let problems = #expect(throws: ConfigurationProblems.self) {
      try DeskConfiguration.parse(account + account, file: "desk.toml")
    }
    #expect(problems?.all.map(\.line) == [7])
  }

  @Test func linesAreRightAfterLongTextsAndLists() {
    let text =
      "[desk]\nbrand = \"\"\"\n[team]\nzon = 1\n\"\"\" # x\n[[account]]\nwatch_words = [\n"
      + "  \"a\", # id = 1\n  \"[b\"\n]\nidd = \"x\"\n"
    let problems = #expect(throws: ConfigurationProblems.self) {
      try DeskConfiguration.parse(text, file: "desk.toml")
    }
    let unknown = problems?.all.filter { $0.description.contains("\"idd\"") }
    #expect(unknown?.map(\.line) == [11])
  }

  @Test func damagedFilesNeverStopTheProgram() {
    var random = SeededRandom(seed: 7)
    let bytes = Array(Self.full.utf8)
    let noise = Array("[\"=.#]{}\n".utf8)
    for _ in 0..<500 {
      var damaged = bytes
      for _ in 0..<4 {
        let index = Int(random.next() % UInt64(damaged.count))
        switch random.next() % 3 {
        case 0: damaged.remove(at: index)
        case 1: damaged.insert(UInt8(truncatingIfNeeded: random.next()), at: index)
        default: damaged[index] = noise[Int(random.next() % UInt64(noise.count))]
        }
      }
      let text = String(decoding: damaged, as: UTF8.self)
      do throws(ConfigurationProblems) {
        _ = try DeskConfiguration.parse(text, file: "desk.toml")
      } catch {
        #expect(!error.all.isEmpty)
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).count
        for problem in error.all { #expect((1...lines + 1).contains(problem.line ?? 0)) }
      }
    }
  }
}

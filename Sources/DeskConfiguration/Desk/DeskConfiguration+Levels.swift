import DeskCore

extension DeskConfiguration {
  /// Reads `[level.…]`: what each level changes.
  mutating func readLevels(_ reader: inout SectionReader) {
    var section = reader.section("level")
    for level in Level.allCases {
      var inner = section.section(level.name)
      var rule = levels[level]
      let percent = inner.integer("answer", in: 1...100, unit: "percent of the usual time")
      rule.answerPercent = percent ?? rule.answerPercent
      rule.isAroundTheClock = inner.boolean("around_the_clock") ?? rule.isAroundTheClock
      rule.approvals = inner.integer("approvals", in: 0...2, unit: "people") ?? rule.approvals
      if inner.keys.contains("tell") { rule.contacts = inner.strings("tell") }
      levels[level] = rule
      inner.finish()
      section.absorb(inner)
    }
    section.finish()
    reader.absorb(section)
  }

  /// Reads `[tell]`: how people outside the desk hear of it.
  mutating func readTelling(_ reader: inout SectionReader) {
    var section = reader.section("tell")
    tell.command = section.string("command", expected: "a shell line") { !$0.isEmpty }
    tell.file = section.string("file", expected: "a file name") { !$0.isEmpty }
    tell.seconds = section.integer("seconds", in: 1...60, unit: "seconds") ?? tell.seconds
    let names = Severity.allCases.map(\.name).joined(separator: ", ")
    let severity = section.string("severity", expected: "one of \(names)") { name in
      Severity.allCases.contains { $0.name == name }
    }
    tell.severity = Severity.allCases.first { $0.name == severity } ?? tell.severity
    tell.alerts = section.strings("alerts")
    let isMute = !tell.isUsable
    for level in Level.allCases where isMute && !levels[level].contacts.isEmpty {
      section.note(
        "command",
        .missing("command", expected: "a command or a file: [level.\(level.name)] names people"))
      break
    }
    section.finish()
    reader.absorb(section)
  }

  /// Reads when people sit at the desk, from `[service]`; nil when nothing is said of it.
  static func hours(_ service: inout SectionReader) -> WorkingHours? {
    func list<Value>(
      _ key: String, _ expected: String, _ read: (String) -> Value?
    ) -> [Value] {
      let texts = service.strings(key)
      if let strange = texts.first(where: { read($0) == nil }) {
        service.wrong(key, found: "\"\(strange)\"", expected: expected)
      }
      return texts.compactMap(read)
    }
    let blocks = list("hours", "hours of the day such as \"09:00-18:00\"") { WorkBlock($0) }
    let codes = Weekday.allCases.map(\.code).joined(separator: ", ")
    let days = list("days", "days among \(codes)") { Weekday($0) }
    let holidays = list("holidays", "days such as \"2026-12-25\"") { CivilDay($0) }
    let week = week(&service)
    if blocks.isEmpty, days.isEmpty, holidays.isEmpty, week.isEmpty { return nil }
    let hours = blocks.isEmpty ? [.day] : blocks
    // A week by weekdays alone says all of it; beside hours it says what differs.
    let usual = days.isEmpty ? (blocks.isEmpty && !week.isEmpty ? [] : Weekday.allCases) : days
    let plain = Dictionary(uniqueKeysWithValues: Set(usual).map { ($0, hours) })
    return WorkingHours(
      blocks: plain.merging(week) { $1 }.filter { !$0.value.isEmpty }, holidays: Set(holidays))
  }

  /// The lines that say when people sit at the desk.
  var hoursLines: [String] {
    guard let hours else {
      return [
        "# hours = \"09:00-18:00\"          # clocks stand outside them, until an incident",
        "# days = [\"mon\", \"tue\", \"wed\", \"thu\", \"fri\"]",
        "# holidays = [\"2026-12-25\"]",
      ]
    }
    let days = hours.blocks.keys.sorted()
    let holidays = "holidays = \(Self.list(hours.holidays.sorted().map(\.text)))"
    // Days that differ are said one by one.
    if Set(hours.blocks.values).count > 1 { return [holidays] }
    let blocks = days.first.flatMap { hours.blocks[$0] } ?? []
    return [
      "hours = \(Self.list(blocks.map(\.text)))", "days = \(Self.list(days.map(\.code)))", holidays,
    ]
  }

  /// The lines of the levels and of who is told.
  var levelLines: [String] {
    var lines: [String] = []
    for level in Level.allCases {
      let rule = levels[level]
      lines += ["", "[level.\(level.name)]"]
      if level == .calm {
        lines[lines.count - 1] += "   # answer: percent of the usual time; tell: who hears of it"
      }
      lines += [
        "answer = \(rule.answerPercent)", "around_the_clock = \(rule.isAroundTheClock)",
        "approvals = \(rule.approvals)", "tell = \(Self.list(rule.contacts))",
      ]
    }
    lines += ["", "[tell]   # how people outside the desk hear of levels and alerts"]
    lines.append(
      tell.command.map { "command = \(Self.quoted($0))" }
        ?? "# command = \"mail -s crisisdesk duty@example.org\"   # the words come on its input")
    lines.append(tell.file.map { "file = \(Self.quoted($0))" } ?? "# file = \"told.log\"")
    lines += [
      "seconds = \(tell.seconds)", "severity = \"\(tell.severity.name)\"   # alerts from here on",
      "alerts = \(Self.list(tell.alerts))",
    ]
    return lines
  }
}

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

  /// Reads when people sit at the desk, from `[service]`.
  static func hours(_ service: inout SectionReader) -> ServiceHours? {
    let expected = "hours of the day such as \"09:00-18:00\""
    let text = service.string("hours", expected: expected) { minutes($0) != nil }
    let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    let days = service.strings("days")
    if let strange = days.first(where: { !names.contains($0) }) {
      let list = names.joined(separator: ", ")
      service.wrong("days", found: "\"\(strange)\"", expected: "days among \(list)")
    }
    let numbers = Set(days.compactMap(names.firstIndex))
    guard let range = text.flatMap(minutes) ?? (days.isEmpty ? nil : (0, 1440)) else { return nil }
    return ServiceHours(
      opens: range.0, closes: range.1, days: numbers.isEmpty ? Set(0..<7) : numbers)
  }

  /// The minutes of the day at which `09:00-18:00` begins and ends; nil for anything else.
  private static func minutes(_ text: String) -> (Int, Int)? {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { time -> Int? in
      let parts = time.split(separator: ":", omittingEmptySubsequences: false)
      guard parts.count == 2, parts.allSatisfy({ $0.count == 2 && $0.allSatisfy(\.isNumber) }),
        let hour = Int(parts[0]), let minute = Int(parts[1]), minute < 60,
        hour * 60 + minute <= 1440
      else { return nil }
      return hour * 60 + minute
    }
    guard ends.count == 2, let begin = ends[0], let end = ends[1], begin < end else { return nil }
    return (begin, end)
  }

  /// The lines that say when people sit at the desk.
  var hoursLines: [String] {
    guard let hours else {
      return [
        "# hours = \"09:00-18:00\"          # clocks stand outside them, until an incident",
        "# days  = [\"mon\", \"tue\", \"wed\", \"thu\", \"fri\"]",
      ]
    }
    func time(_ minutes: Int) -> String {
      [minutes / 60, minutes % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    }
    let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    return [
      "hours = \"\(time(hours.opens))-\(time(hours.closes))\"",
      "days  = \(Self.list(hours.days.sorted().map { names[$0] }))",
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

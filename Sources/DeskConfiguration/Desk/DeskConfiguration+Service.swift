import DeskCore

extension ServiceRule {
  /// Reads every `[[service.rule]]`.
  static func read(_ service: inout SectionReader) -> [ServiceRule] {
    var rules: [ServiceRule] = []
    for var section in service.sections("rule") {
      rules.append(rule(&section))
      section.finish()
      service.absorb(section)
    }
    return rules
  }

  private static func rule(_ section: inout SectionReader) -> ServiceRule {
    let names = Intent.allCases.map(\.name)
    let intents = section.strings("intents").compactMap { name in
      let intent = Intent.allCases.first { $0.name == name }
      if intent == nil {
        section.wrong(
          "intents", found: "\"\(name)\"", expected: "some of \(names.joined(separator: ", "))")
      }
      return intent
    }
    let followers = section.integer("followers", in: 0...1_000_000_000, unit: "followers") ?? 0
    let expected = "a level, or two such as \"watch-crisis\""
    let levels = section.string("levels", expected: expected) { Self.levels($0) != nil }
    let first = length("first", in: &section)
    if section.node("first") == nil {
      section.note("first", .missing("first", expected: Length.expected))
    }
    let next = length("next", in: &section)
    return ServiceRule(
      levels: levels.flatMap(Self.levels), intents: Set(intents), leastFollowers: followers,
      first: first ?? .hours(1), next: next ?? first ?? .hours(1))
  }

  private static func length(_ key: String, in section: inout SectionReader) -> Span? {
    section.string(key, expected: Length.expected) { Length($0) != nil }.flatMap {
      Length($0)?.span
    }
  }

  /// Reads `watch` or `watch-crisis`; nil for anything else.
  private static func levels(_ text: String) -> ClosedRange<Level>? {
    let names = text.split(separator: "-", omittingEmptySubsequences: false)
    let levels = names.compactMap { name in Level.allCases.first { $0.name == name } }
    guard (1...2).contains(names.count), levels.count == names.count, let first = levels.first,
      let last = levels.last, first <= last
    else { return nil }
    return first...last
  }

  /// The lines that say it.
  var lines: [String] {
    var lines = ["", "[[service.rule]]"]
    if let levels {
      let (first, last) = (levels.lowerBound.name, levels.upperBound.name)
      lines.append("levels = \"\(first == last ? first : "\(first)-\(last)")\"")
    }
    let names = Intent.allCases.filter { intents.contains($0) }.map(\.name)
    if !names.isEmpty { lines.append("intents = \(DeskConfiguration.list(names))") }
    if leastFollowers > 0 { lines.append("followers = \(leastFollowers)") }
    return lines + [
      "first = \"\(Length(first).text)\"", "next = \"\(Length(next).text)\"",
    ]
  }
}

/// A length of time as the file writes it: `15m`, `2h`, `3d`; a minute at least, 30 days at most.
struct Length {
  static let expected = "a length such as \"15m\", \"2h\" or \"3d\""

  let span: Span

  init(_ span: Span) { self.span = span }

  init?(_ text: String) {
    guard let number = Int64(text.dropLast()), number >= 1, number <= 43_200 else { return nil }
    switch text.last {
    case "m": span = .minutes(number)
    case "h": span = .hours(number)
    case "d": span = .days(number)
    default: return nil
    }
    guard span <= .days(30) else { return nil }
  }

  var text: String {
    let minutes = span.minutes
    if minutes % 1440 == 0 { return "\(minutes / 1440)d" }
    return minutes % 60 == 0 ? "\(minutes / 60)h" : "\(minutes)m"
  }
}

extension DeskConfiguration {
  /// Reads `[service.week]`: the blocks of single weekdays, in place of what `hours` says for them.
  static func week(_ service: inout SectionReader) -> [Weekday: [WorkBlock]] {
    var week: [Weekday: [WorkBlock]] = [:]
    var section = service.section("week")
    for day in Weekday.allCases where section.keys.contains(day.code) {
      let texts = section.strings(day.code)
      if let strange = texts.first(where: { WorkBlock($0) == nil }) {
        section.wrong(
          day.code, found: "\"\(strange)\"", expected: "hours of the day such as \"09:00-18:00\"")
      }
      week[day] = texts.compactMap { WorkBlock($0) }
    }
    section.finish()
    service.absorb(section)
    return week
  }

  /// The lines of single weekdays, and of the rules.
  var serviceLines: [String] {
    var lines: [String] = []
    if let hours, Set(hours.blocks.values).count > 1 {
      lines += ["", "[service.week]   # blocks of single weekdays"]
      lines += hours.blocks.keys.sorted().map { day in
        "\(day.code) = \(Self.list((hours.blocks[day] ?? []).map(\.text)))"
      }
    }
    if rules.isEmpty {
      lines += [
        "", "# [[service.rule]]   # the first rule that applies counts, then the minutes above",
        "# levels = \"watch-crisis\"           # none: all levels, each shortens it",
        "# intents = [\"complaint\"]", "# followers = 10000",
        "# first = \"15m\"                     # to the first answer, in working time",
        "# next = \"30m\"                      # to each one after it",
      ]
    }
    return lines + rules.flatMap(\.lines)
  }
}

extension WorkBlock {
  /// The block as `09:00-18:00`.
  var text: String {
    func time(_ minutes: Int) -> String {
      [minutes / 60, minutes % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    }
    return "\(time(start))-\(time(end))"
  }
}

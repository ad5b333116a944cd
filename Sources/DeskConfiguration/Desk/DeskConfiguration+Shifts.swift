import DeskCore

extension ShiftRule {
  /// Reads every `[[shift]]`.
  static func read(_ reader: inout SectionReader) -> [ShiftRule] {
    var rules: [ShiftRule] = []
    for var section in reader.sections("shift") {
      if let rule = rule(&section) { rules.append(rule) }
      section.finish()
      reader.absorb(section)
    }
    return rules
  }

  private static func rule(_ section: inout SectionReader) -> ShiftRule? {
    if section.node("seat") == nil { section.note("seat", .missing("seat", expected: "a name")) }
    let seat = section.string("seat", expected: "a name") { !$0.isEmpty }
    let codes = "days such as \"mon-fri\" or [\"mon\", \"wed\"]"
    let days = section.list("days", expected: codes, Self.days).flatMap(\.self)
    let day = "days such as \"2026-12-25\""
    let dates = section.list("dates", expected: day) { CivilDay($0) }
    let off = section.list("off", expected: day) { CivilDay($0) }
    let blocks = section.list("hours", expected: "hours such as \"09:00-17:00\"") { Block($0) }
    let from = section.list("from", expected: day) { CivilDay($0) }.first
    let until = section.list("until", expected: day) { CivilDay($0) }.first
    let weeks = section.integer("weeks", in: 1...52, unit: "weeks") ?? 1
    let keys = Set(section.keys)
    if !keys.contains("days"), !keys.contains("dates") {
      section.note("days", .missing("days", expected: "\(codes), or dates"))
    }
    if !keys.contains("hours") {
      section.note("hours", .missing("hours", expected: "hours such as \"09:00-17:00\""))
    }
    if weeks > 1, !keys.contains("from") {
      section.note("from", .missing("from", expected: "the day whose week is the first"))
    }
    return seat.map {
      ShiftRule(
        seat: Seat($0), days: Set(days), dates: Set(dates), off: Set(off), blocks: blocks,
        weeks: weeks, from: from, until: until)
    }
  }

  /// Reads `mon`, `mon-fri` or `fri-mon`; nil for anything else.
  private static func days(_ text: String) -> [Weekday]? {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { Weekday($0) }
    guard (1...2).contains(ends.count), let first = ends.first.flatMap(\.self),
      let last = ends.last.flatMap(\.self)
    else { return nil }
    let count = (last.rawValue - first.rawValue + 7) % 7
    return (0...count).compactMap { Weekday(rawValue: (first.rawValue + $0) % 7) }
  }

  /// The lines that say it.
  var lines: [String] {
    func list(_ days: Set<CivilDay>) -> String { DeskConfiguration.list(days.sorted().map(\.text)) }
    var lines = ["", "[[shift]]", "seat = \(DeskConfiguration.quoted(seat.rawValue))"]
    if !days.isEmpty { lines.append("days = \(DeskConfiguration.list(days.sorted().map(\.code)))") }
    if !dates.isEmpty { lines.append("dates = \(list(dates))") }
    if !off.isEmpty { lines.append("off = \(list(off))") }
    lines.append("hours = \(DeskConfiguration.list(blocks.map(\.text)))")
    if weeks > 1 { lines.append("weeks = \(weeks)") }
    if let from { lines.append("from = \"\(from.text)\"") }
    if let until { lines.append("until = \"\(until.text)\"") }
    return lines
  }

  /// What stands in a file without shifts.
  static let sample = [
    "", "# [[shift]]                     # who is on the desk when",
    "# seat = \"ana\"",
    "# days = \"mon-fri\"              # dates = [\"2026-12-24\"] for single days",
    "# hours = \"09:00-17:00\"         # \"22:00-06:00\" runs into the next day",
    "# weeks = 2                     # every second week, counted from:", "# from = \"2026-11-02\"",
  ]
}

extension SectionReader {
  /// The texts of a list as something else; what cannot be read as that is a mistake.
  mutating func list<Value>(
    _ key: String, expected: String, _ read: (String) -> Value?
  ) -> [Value] {
    let texts = strings(key)
    if let strange = texts.first(where: { read($0) == nil }) {
      wrong(key, found: "\"\(strange)\"", expected: expected)
    }
    return texts.compactMap(read)
  }
}

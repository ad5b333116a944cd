import DeskCore
import Foundation

extension DeskConfiguration {
  /// Reads the text of a `desk.toml`.
  ///
  /// `file` is its path for messages. Throws every mistake in it at once, unless it is not TOML at
  /// all, in which case the first place where it is not is all that can be said.
  public static func parse(_ text: String, file: String) throws(ConfigurationProblems)
    -> DeskConfiguration
  {
    let document: ConfigurationDocument
    do throws(ConfigurationProblem) {
      document = try ConfigurationDocument(text, file: file)
    } catch {
      throw ConfigurationProblems([error])
    }
    var reader = SectionReader(document, table: document.root)
    var configuration = DeskConfiguration()
    configuration.readDesk(&reader)
    configuration.readService(&reader)
    configuration.readTheme(&reader)
    configuration.readKeys(&reader)
    configuration.readTeam(&reader)
    configuration.accounts = AccountConfiguration.read(&reader)
    configuration.readMood(&reader)
    configuration.readTopics(&reader)
    configuration.readLevels(&reader)
    configuration.readTelling(&reader)
    configuration.readAnswering(&reader)
    reader.finish()
    guard reader.problems.isEmpty else { throw ConfigurationProblems(reader.problems) }
    return configuration
  }

  private mutating func readDesk(_ reader: inout SectionReader) {
    var desk = reader.section("desk")
    name = desk.string("name", expected: "a name", where: Self.isLine) ?? name
    brand = desk.string("brand") ?? brand
    let expected = "an IANA time zone such as \"Europe/Kyiv\" or \"UTC\""
    zone = desk.string("zone", expected: expected) { TimeZone(identifier: $0) != nil } ?? zone
    seat = desk.string("seat", expected: "a name", where: Self.isLine).map { Seat($0) }
    desk.finish()
    reader.absorb(desk)
  }

  private mutating func readService(_ reader: inout SectionReader) {
    var service = reader.section("service")
    let range = 1...43_200
    if let minutes = service.integer("complaint", in: range, unit: "minutes") {
      targets.complaintMinutes = Int64(minutes)
    }
    if let minutes = service.integer("question", in: range, unit: "minutes") {
      targets.questionMinutes = Int64(minutes)
    }
    if let minutes = service.integer("other", in: range, unit: "minutes") {
      targets.otherMinutes = Int64(minutes)
    }
    hours = Self.hours(&service)
    rules = ServiceRule.read(&service)
    service.finish()
    reader.absorb(service)
    var outbox = reader.section("outbox")
    countdownSeconds = outbox.integer("countdown", in: 0...30, unit: "seconds") ?? countdownSeconds
    outbox.finish()
    reader.absorb(outbox)
  }

  private mutating func readTheme(_ reader: inout SectionReader) {
    var section = reader.section("theme")
    theme = section.string("name", expected: "the name of a theme", where: Self.isLine)
    section.finish()
    reader.absorb(section)
  }

  private mutating func readMood(_ reader: inout SectionReader) {
    var mood = reader.section("mood")
    moodModel = mood.string("model", expected: "a file name") { !$0.isEmpty }
    mood.finish()
    reader.absorb(mood)
    var section = reader.section("words")
    for word in section.keys {
      let name = section.string(word, expected: "negative, neutral or positive") { name in
        Sentiment.allCases.contains { $0.name == name }
      }
      if let sentiment = Sentiment.allCases.first(where: { $0.name == name }) {
        words[word] = sentiment
      }
    }
    reader.absorb(section)
  }

  private mutating func readTopics(_ reader: inout SectionReader) {
    var section = reader.section("topics")
    for name in section.keys {
      let known = section.problems.count
      let words = section.strings(name)
      guard section.problems.count == known else { continue }
      if let strange = words.first(where: { !Topic.isWord($0) }) {
        section.wrong(
          name, found: "\"\(strange)\"",
          expected: "single words, or beginnings of two letters and more with a * (\"refund*\")")
      } else if words.isEmpty {
        section.wrong(name, found: "without words", expected: "a list such as [\"refund*\"]")
      } else if !Self.isLine(name) {
        section.wrong(name, found: "a name of its own kind", expected: "a name of one short line")
      }
      topics.append(Topic(name: name, words: words))
    }
    if topics.count > Topic.limit, let last = section.keys.last {
      section.wrong(
        last, found: "topic number \(topics.count)", expected: "at most \(Topic.limit) topics")
    }
    reader.absorb(section)
  }

  private mutating func readKeys(_ reader: inout SectionReader) {
    var section = reader.section("keys")
    for action in section.keys {
      let line = section.line(of: action)
      keys.append(KeyOverride(action: action, keys: section.strings(action), line: line))
    }
    reader.absorb(section)
  }

  private mutating func readTeam(_ reader: inout SectionReader) {
    var section = reader.section("team")
    team.defaultRole = Self.role("default", in: &section) ?? team.defaultRole
    var seats = section.section("seats")
    for name in seats.keys {
      if let role = Self.role(name, in: &seats) { team.roles[Seat(name)] = role }
    }
    section.absorb(seats)
    section.finish()
    reader.absorb(section)
  }

  private static func role(_ key: String, in reader: inout SectionReader) -> Role? {
    let expected = "one of \(Role.allCases.map(\.rawValue).joined(separator: ", "))"
    return reader.string(key, expected: expected) { Role(rawValue: $0) != nil }
      .flatMap(Role.init(rawValue:))
  }

  private static func isLine(_ text: String) -> Bool {
    !text.isEmpty && text.count <= 64 && !text.contains(where: \.isNewline)
  }
}

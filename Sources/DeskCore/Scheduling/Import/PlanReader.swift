import FoundationEssentials

/// Reads posts from a file: a table with a line of column names, or JSON Lines.
///
/// | name | means |
/// |---|---|
/// | `at`, or `date` and `time` | when: `2026-12-01 09:00` by the clocks of the zone, or RFC 3339 |
/// | `text` | the exact text |
/// | `account` | the account; may be left out where there is one for all |
/// | `zone` | an IANA zone; may be left out where there is one for all |
/// | `tag` | the campaign; may be left out |
/// | `repeat` | a `RepeatRule`; may be left out |
public struct PlanReader: Sendable {
  /// The names of columns and of the parts of an object.
  public static let names = ["account", "at", "date", "repeat", "tag", "text", "time", "zone"]

  /// The account of lines that name none; nil when each must.
  private let account: AccountID?
  /// The zone of lines that name none.
  private let zone: String
  private let zones: ZoneBook

  /// Makes a reader.
  public init(account: AccountID?, zone: String, zones: @escaping ZoneBook) {
    self.account = account
    self.zone = zone
    self.zones = zones
  }

  /// Every line of a file that is not empty, in order; a table's first line only where it is wrong.
  public func read(_ bytes: [UInt8]) -> [PlanLine] {
    guard let text = String(validating: bytes, as: UTF8.self), !text.contains("\0") else {
      return [PlanLine(line: 1, .failure(.notText))]
    }
    let isJSON = text.unicodeScalars.first { !$0.properties.isWhitespace && $0 != "\u{FEFF}" }
    return isJSON == "{" ? objects(text) : table(text)
  }

  // MARK: A table

  private func table(_ text: String) -> [PlanLine] {
    var records = CSVRecords(text)
    guard let head = records.next() else { return [] }
    let columns = head.fields.map { Self.trimmed($0).lowercased() }
    var lines = columns.filter { !Self.names.contains($0) && !$0.isEmpty }.map {
      PlanLine(line: head.line, .failure(.unknownColumn($0)))
    }
    if let fault = head.fault { lines.append(Self.line(head.line, fault)) }
    let hasTime = columns.contains("at") || (columns.contains("date") && columns.contains("time"))
    for (name, isThere) in [("at", hasTime), ("text", columns.contains("text"))] where !isThere {
      return lines + [PlanLine(line: head.line, .failure(.noColumn(name)))]
    }
    for record in records { lines.append(line(record, columns)) }
    return lines
  }

  private func line(_ record: CSVRecords.Record, _ columns: [String]) -> PlanLine {
    if let fault = record.fault { return Self.line(record.line, fault) }
    guard record.fields.count <= columns.count else {
      let problem = PlanProblem.tooManyFields(count: record.fields.count, columns: columns.count)
      return PlanLine(line: record.line, .failure(problem))
    }
    let pairs = zip(columns, record.fields)
    return line(record.line, Dictionary(pairs.map { ($0, $1) }) { first, _ in first })
  }

  private static func line(_ number: Int, _ fault: CSVRecords.Fault) -> PlanLine {
    PlanLine(line: number, .failure(fault == .unclosed ? .unclosedQuote : .strayText))
  }

  // MARK: JSON Lines

  private func objects(_ text: String) -> [PlanLine] {
    var lines: [PlanLine] = []
    var number = 0
    for part in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      number += 1
      let json = Self.trimmed(part.replacing("\u{FEFF}", with: ""))
      if !json.isEmpty { lines.append(object(number, json)) }
    }
    return lines
  }

  private func object(_ number: Int, _ json: String) -> PlanLine {
    guard
      let fields = try? JSONDecoder().decode([String: String?].self, from: Data(json.utf8))
    else { return PlanLine(line: number, .failure(.notJSON)) }
    if let name = fields.keys.sorted().first(where: { !Self.names.contains($0) }) {
      return PlanLine(line: number, .failure(.unknownName(name)))
    }
    return line(number, fields.compactMapValues(\.self))
  }

  // MARK: Fields

  private func line(_ number: Int, _ fields: [String: String]) -> PlanLine {
    do {
      let (post, fit) = try post(fields)
      return PlanLine(line: number, .success(post), fit: fit)
    } catch {
      return PlanLine(line: number, .failure(error))
    }
  }

  private func post(
    _ fields: [String: String]
  ) throws(PlanProblem) -> (PlannedPost, ZoneClock.Placed.Fit) {
    func field(_ name: String) -> String? {
      let text = Self.trimmed(fields[name] ?? "")
      return text.isEmpty ? nil : text
    }
    guard let text = field("text") else { throw .missing("text") }
    guard let account = field("account").map({ AccountID($0) }) ?? account else {
      throw .missing("account")
    }
    let name = field("zone") ?? zone
    guard let clock = zones(name) else { throw .noZone(name) }
    let both = [field("date"), field("time")].compactMap(\.self).joined(separator: " ")
    guard let at = field("at") ?? (both.isEmpty ? nil : both) else { throw .missing("at") }
    let time = try PlanTime(at, clock: clock)
    var post = PlannedPost(
      account: account, text: text, dueAt: time.placed.at, tag: PostTag.stored(field("tag")),
      zone: name)
    if let rule = field("repeat") { post.repeats = try time.rule(rule) }
    return (post, time.placed.fit)
  }

  static func trimmed(_ text: some StringProtocol) -> String {
    var rest = Substring(text)
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    while let first = rest.first, first.isWhitespace { rest.removeFirst() }
    return String(rest)
  }
}

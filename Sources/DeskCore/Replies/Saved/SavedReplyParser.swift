/// Reads the lines of a saved reply one by one and goes on after a mistake, to name them all.
struct SavedReplyParser {
  static let headers = ["title", "owner", "approver", "level", "expires", "keywords"]

  private let file: String
  private let variables: Set<String>
  private(set) var problems: [SavedReplyProblem] = []
  private var values: [String: (text: String, line: Int)] = [:]
  private var texts: [(tag: String, line: Int, lines: [Substring])] = []

  init(file: String, variables: Set<String>) {
    self.file = file
    self.variables = variables
  }

  mutating func take(_ line: Substring, number: Int) {
    if line.hasPrefix("---") {
      takeTag(line.dropFirst(3), number)
    } else if texts.isEmpty {
      takeHeader(line, number)
    } else {
      texts[texts.count - 1].lines.append(line)
      checkVariables(of: line, number)
    }
  }

  mutating func finish(lineCount: Int) {
    for name in ["title", "owner"] where values[name] == nil { note(1, .missingHeader(name)) }
    if texts.isEmpty { note(max(lineCount, 1), .noText) }
    for text in texts where Self.body(text.lines).isEmpty { note(text.line, .emptyText(text.tag)) }
    if let approver = values["approver"], approver.text == values["owner"]?.text {
      note(approver.line, .ownApproval)
    }
  }

  /// The reply; nil when something is missing or wrong.
  mutating func reply(id: SavedReplyID, offset: (Timestamp) -> Int) -> SavedReply? {
    let level = level()
    let expiresAt = expiry(offset)
    guard problems.isEmpty, let title = values["title"]?.text, let owner = values["owner"]?.text
    else { return nil }
    return SavedReply(
      id: id, title: title, owner: Seat(owner), level: level,
      approver: values["approver"].map { Seat($0.text) }, expiresAt: expiresAt,
      keywords: (values["keywords"]?.text ?? "").split { $0 == " " || $0 == "," }.map(String.init),
      variants: texts.map { SavedReply.Variant(tag: $0.tag, body: Self.body($0.lines)) })
  }

  private mutating func takeHeader(_ line: Substring, _ number: Int) {
    let line = Self.trimmed(line)
    guard !line.isEmpty, !line.hasPrefix("#") else { return }
    guard let colon = line.firstIndex(of: ":") else { return note(number, .noHeader) }
    let name = Self.trimmed(line[..<colon]).lowercased()
    let value = Self.trimmed(line[line.index(after: colon)...])
    guard Self.headers.contains(name) else { return note(number, .unknownHeader(name)) }
    guard values[name] == nil else { return note(number, .repeatedHeader(name)) }
    guard !value.isEmpty else { return note(number, .emptyHeader(name)) }
    values[name] = (String(value), number)
  }

  private mutating func takeTag(_ rest: Substring, _ number: Int) {
    let tag = String(Self.trimmed(rest))
    let parts = tag.split(separator: "-", omittingEmptySubsequences: false)
    let isTag =
      (1...3).contains(parts.count) && (2...3).contains(parts.first?.count ?? 0)
      && parts.allSatisfy { part in
        (2...8).contains(part.count) && part.utf8.allSatisfy { Self.isAlphanumeric($0) }
      }
    if !isTag {
      note(number, .badTag(tag))
    } else if texts.contains(where: { $0.tag.lowercased() == tag.lowercased() }) {
      note(number, .repeatedTag(tag))
    }
    texts.append((tag, number, []))
  }

  private mutating func checkVariables(of line: Substring, _ number: Int) {
    var rest = String(line)
    for range in Placeholder.ranges(in: rest).reversed() {
      let name = Placeholder.name(of: rest[range])
      if !variables.contains(name) { note(number, .unknownVariable(name)) }
      rest.removeSubrange(range)
    }
    if rest.contains(where: { $0 == "{" || $0 == "}" }) { note(number, .looseBrace) }
  }

  private mutating func level() -> Level {
    guard let value = values["level"] else { return .calm }
    if let level = Level(name: value.text) { return level }
    note(value.line, .badLevel(value.text))
    return .calm
  }

  private mutating func expiry(_ offset: (Timestamp) -> Int) -> Timestamp? {
    guard let value = values["expires"] else { return nil }
    guard let day = CivilDay(value.text) else {
      note(value.line, .badDate(value.text))
      return nil
    }
    return day.adding(1).start(offset: offset)
  }

  private mutating func note(_ line: Int, _ kind: SavedReplyProblem.Kind) {
    problems.append(SavedReplyProblem(file: file, line: line, kind: kind))
  }

  /// The lines without the empty ones around them.
  private static func body(_ lines: [Substring]) -> String {
    let isEmpty: (Substring) -> Bool = { trimmed($0).isEmpty }
    var kept = lines.drop(while: isEmpty)
    while kept.last.map(isEmpty) == true { kept.removeLast() }
    return kept.joined(separator: "\n")
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var rest = text.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return rest
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}

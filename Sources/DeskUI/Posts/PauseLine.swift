import DeskCore

/// What a person types after `:pause` or `:resume`: `@account` or `#tag`, `remind 30m`, and a reason.
struct PauseLine: Hashable, Sendable {
  /// What it is about; nil when neither an account nor a tag is named.
  private(set) var target: PauseTarget?
  /// How often to remind; nil when that is not asked for.
  private(set) var remindEvery: Span?
  /// The rest of the line.
  private(set) var rest = ""

  /// Reads a line; what is neither of the forms belongs to the reason.
  init(_ line: String) {
    var words = line.split(separator: " ")[...]
    if let first = words.first, first.count > 1 {
      if first.hasPrefix("@") {
        target = .account(AccountID(String(first.dropFirst())))
      } else if first.hasPrefix("#") {
        target = .tag(PostTag(String(first)).text)
      }
      if target != nil { words.removeFirst() }
    }
    if words.count >= 2, words.first == "remind",
      let span = words.dropFirst().first.flatMap(Self.span)
    {
      remindEvery = span
      words.removeFirst(2)
    }
    rest = words.joined(separator: " ")
  }

  /// `30m` or `2h`, at least a minute and at most a week; nil for anything else.
  static func span(_ text: Substring) -> Span? {
    guard let unit = text.last, let number = Int64(text.dropLast()), (1...10_080).contains(number)
    else { return nil }
    switch unit {
    case "m": return .minutes(number)
    case "h": return number <= 168 ? .hours(number) : nil
    default: return nil
    }
  }
}

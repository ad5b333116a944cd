extension KeyEvent {
  /// The key as keymap files and help spell it: `g`, `C-d`, `M-x`, `<Enter>`, `<Space>`, `F2`.
  public var spelling: String {
    if let name = Self.names.first(where: { $0.key == self })?.name { return "<\(name)>" }
    return switch self {
    case .character(let character): String(character)
    case .control(let character): "C-" + Self.spell(character)
    case .alt(let character): "M-" + Self.spell(character)
    case .function(let number): "F\(number)"
    default: ""
    }
  }

  /// The key for a spelling, or nil when it means none; names in `<>` may be in any case.
  public init?(spelling: String) {
    if let first = spelling.first, spelling.count == 1, first != " " {
      self = .character(first)
    } else if spelling.hasPrefix("<"), spelling.hasSuffix(">") {
      let name = spelling.dropFirst().dropLast().lowercased()
      guard let known = Self.names.first(where: { $0.name.lowercased() == name }) else {
        return nil
      }
      self = known.key
    } else if spelling.hasPrefix("F"), let number = Int(spelling.dropFirst()) {
      guard (1...63).contains(number) else { return nil }
      self = .function(number)
    } else if let character = Self.character(String(spelling.dropFirst(2))) {
      switch spelling.prefix(2) {
      case "C-": self = .control(Character(character.lowercased()))
      case "M-": self = .alt(character)
      default: return nil
      }
    } else {
      return nil
    }
  }

  private static let names: [(name: String, key: KeyEvent)] = [
    ("Space", .character(" ")), ("Enter", .enter), ("Esc", .escape), ("Tab", .tab),
    ("S-Tab", .backTab), ("Backspace", .backspace), ("Del", .delete), ("Ins", .insert),
    ("Up", .up), ("Down", .down), ("Left", .left), ("Right", .right), ("Home", .home),
    ("End", .end), ("PgUp", .pageUp), ("PgDn", .pageDown),
  ]

  private static func spell(_ character: Character) -> String {
    character == " " ? "<Space>" : String(character)
  }

  private static func character(_ text: String) -> Character? {
    if text.lowercased() == "<space>" { return " " }
    return text.count == 1 && text != " " ? text.first : nil
  }
}

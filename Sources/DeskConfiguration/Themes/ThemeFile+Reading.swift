public import TerminalUI

extension ThemeFile {
  /// Reads a theme that stands alone or inherits from one that is part of the program.
  ///
  /// `file` is the path for messages; the theme's name is its last part without `.toml`. `tier`
  /// chooses between a colour and its stand-in for 16 colours. Throws the first mistake.
  public static func parse(_ text: String, file: String, tier: ColorTier = .indexed256)
    throws(ConfigurationProblem) -> Theme
  {
    try ThemeShelf(folder: nil).theme(ThemeFile(text, file: file), tier: tier)
  }

  /// Reads one file; does not look at the theme that it inherits from.
  init(_ text: String, file: String) throws(ConfigurationProblem) {
    let document = try ConfigurationDocument(text, file: file)
    var reader = SectionReader(document, table: document.root)
    summary = reader.string("summary") ?? ""
    parent = reader.string("inherits", expected: "the name of another theme")
    parentLine = reader.line(of: "inherits")
    name = Self.name(of: file)
    self.file = file
    var colours = reader.section("palette")
    palette = Self.palette(&colours)
    reader.absorb(colours)
    var roles = reader.section("roles")
    looks = Self.looks(&roles, file: file)
    reader.absorb(roles)
    reader.finish()
    if let first = ConfigurationProblems(reader.problems).all.first { throw first }
  }

  /// The name of the theme in a file.
  static func name(of file: String) -> String {
    let last = file.split(separator: "/").last.map(String.init) ?? file
    return last.hasSuffix(".toml") ? String(last.dropLast(5)) : last
  }

  private static func palette(_ reader: inout SectionReader) -> [String: ThemeColor] {
    var palette: [String: ThemeColor] = [:]
    for key in reader.keys {
      guard let node = reader.node(key) else { continue }
      if ThemeColor.color(key) != nil {
        reader.wrong(key, found: "the name of a colour already", expected: "a name of your own")
      } else if case .fixed(let color) = paint(node) {
        palette[key] = color
      } else {
        reader.wrong(key, found: shown(node), expected: ThemeColor.expected)
      }
    }
    return palette
  }

  private static func looks(_ reader: inout SectionReader, file: String) -> [Role: Look] {
    var looks: [Role: Look] = [:]
    let names = Role.allCases.map(\.rawValue)
    for key in reader.keys {
      guard let role = Role(rawValue: key) else {
        _ = reader.node(key)
        let suggestion = Suggestion.nearest(to: key, among: names)
        reader.note(key, .unknownKey(key, suggestion: suggestion))
        continue
      }
      var inner = reader.section(key)
      looks[role] = look(&inner, file: file, line: reader.line(of: key))
      inner.finish()
      reader.absorb(inner)
    }
    return looks
  }

  private static func look(_ reader: inout SectionReader, file: String, line: Int) -> Look {
    var look = Look(file: file, line: line)
    look.foreground = paint("fg", &reader)
    look.background = paint("bg", &reader)
    for word in reader.strings("modifiers") {
      if let attribute = modifiers[word] {
        look.attributes.insert(attribute)
      } else {
        let expected = modifiers.keys.sorted().joined(separator: ", ")
        reader.wrong("modifiers", found: "\"\(word)\"", expected: "any of \(expected)")
      }
    }
    return look
  }

  private static func paint(_ key: String, _ reader: inout SectionReader) -> Paint? {
    guard let node = reader.node(key) else { return nil }
    if let paint = paint(node) { return paint }
    reader.wrong(key, found: shown(node), expected: ThemeColor.expected)
    return nil
  }

  /// A text that is no colour may still be a palette name; two colours must both be colours.
  private static func paint(_ node: ConfigurationNode) -> Paint? {
    switch node {
    case .string(let text):
      if let color = ThemeColor.color(text) { return .fixed(single(color)) }
      return text.isEmpty || text.hasPrefix("#") ? nil : .named(text)
    case .integer(let number): return ThemeColor.color(number).map { .fixed(single($0)) }
    case .array(let pair):
      guard pair.count == 2, let full = color(pair[0]), let sixteen = color(pair[1]),
        sixteen == sixteen.degraded(to: .ansi16)
      else { return nil }
      return .fixed(ThemeColor(full: full, sixteen: sixteen))
    default: return nil
    }
  }

  private static func single(_ color: Color) -> ThemeColor {
    ThemeColor(full: color, sixteen: color.degraded(to: .ansi16))
  }

  private static func color(_ node: ConfigurationNode) -> Color? {
    switch node {
    case .string(let text): ThemeColor.color(text)
    case .integer(let number): ThemeColor.color(number)
    default: nil
    }
  }

  private static func shown(_ node: ConfigurationNode) -> String {
    switch node {
    case .string(let text): "\"\(text)\""
    case .integer(let number): String(number)
    default: node.kind
    }
  }

  private static let modifiers: [String: Attributes] = [
    "bold": .bold, "dim": .dim, "reverse": .reverse, "underline": .underline, "italic": .italic,
  ]
}

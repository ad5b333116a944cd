/// The values that a conversation gives to the variables of a saved reply.
public struct ReplyVariables: Hashable, Sendable {
  /// A text with its variables filled as far as possible.
  public struct Filled: Hashable, Sendable {
    /// The text; what has no value stands there as `{name}`.
    public let text: String
    /// The names without a value, each once, in the order of the text; any of them blocks sending.
    public let unfilled: [String]
  }

  /// The variables that the desk knows.
  ///
  /// `name` and `handle` are the person's, `order` is the first number of an order or account they
  /// named, `agent` is who answers; `brand`, `contact` and `link` come from the configuration.
  public static let known: Set<String> = [
    "name", "handle", "order", "agent", "brand", "contact", "link",
  ]

  private var values: [String: String]

  /// Makes values as they are; an empty one is no value.
  public init(_ values: [String: String] = [:]) {
    self.values = values.filter { !$0.value.isEmpty }
  }

  /// The values of a conversation.
  ///
  /// What comes from outside is cut to one line of at most 60 visible characters without `@`, braces
  /// and hidden marks, so that nobody's display name can name a third person or fill a variable.
  ///
  /// - Parameters:
  ///   - author: the person who is answered.
  ///   - mention: what they wrote.
  ///   - agent: who answers, as it shall be read.
  ///   - own: the desk's own values; they win.
  public init(author: Author, mention: String, agent: String, own: [String: String] = [:]) {
    self.init([
      "name": Self.cleaned(author.name), "handle": Self.cleaned(author.handle),
      "order": Self.cleaned(RecordNumber.texts(in: mention).first ?? ""), "agent": agent,
    ])
    for (name, value) in own where !value.isEmpty { values[name.lowercased()] = value }
  }

  /// The value of a variable; nil when it has none.
  public subscript(name: String) -> String? { values[name.lowercased()] }

  /// Puts the values into a text.
  public func fill(_ body: String) -> Filled {
    var text = ""
    var unfilled: [String] = []
    var position = body.startIndex
    for range in Placeholder.ranges(in: body) {
      text += body[position..<range.lowerBound]
      let name = Placeholder.name(of: body[range])
      if let value = values[name] {
        text += value
      } else {
        text += body[range]
        if !unfilled.contains(name) { unfilled.append(name) }
      }
      position = range.upperBound
    }
    return Filled(text: text + body[position...], unfilled: unfilled)
  }

  private static func cleaned(_ value: String) -> String {
    var kept = String.UnicodeScalarView()
    for scalar in value.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator, .spaceSeparator: kept.append(" ")
      // Joiners are part of emoji and of Persian words; other hidden marks are not.
      case .format where scalar != "\u{200C}" && scalar != "\u{200D}": break
      case .privateUse, .surrogate, .unassigned: break
      default: if scalar != "@", scalar != "{", scalar != "}", scalar != "＠" { kept.append(scalar) }
      }
    }
    let words = String(kept).split(separator: " ").joined(separator: " ")
    let cut = String(words.prefix(60))
    // A name of joiners and marks alone shows nothing.
    return cut.unicodeScalars.contains { LintLetters.isWordLike($0.value) || $0.value >= 0x2190 }
      ? cut : ""
  }
}

/// A `{variable}` in a text: one to forty characters between braces on one line.
public enum Placeholder {
  /// Where they are, braces included, in order.
  public static func ranges(in text: String) -> [Range<String.Index>] {
    var found: [Range<String.Index>] = []
    var open: String.Index?
    var length = 0
    let scalars = text.unicodeScalars
    for index in scalars.indices {
      switch scalars[index] {
      case "{":
        open = index
        length = 0
      case "}":
        if let start = open, (1...40).contains(length) {
          found.append(start..<scalars.index(after: index))
        }
        open = nil
      case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": open = nil
      default: length += 1
      }
    }
    return found
  }

  /// The name inside a placeholder: without braces and outer spaces, in lower case.
  public static func name(of placeholder: some StringProtocol) -> String {
    let inner = placeholder.dropFirst().dropLast().drop(while: \.isWhitespace)
    var name = inner.lowercased()
    while name.last?.isWhitespace == true { name.removeLast() }
    return name
  }
}

/// Reads the words of a TOML file: keys and single values.
struct TOMLScanner {
  /// The line that is read, 1 for the first.
  private(set) var line = 1
  private let bytes: [UInt8]
  private var index = 0
  private let file: String

  /// Starts before the first byte; a byte order mark is skipped.
  init(_ text: String, file: String) {
    bytes = Array(text.utf8)
    self.file = file
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
  }

  /// The next byte; nil at the end.
  var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

  /// A syntax error here or in another line.
  func problem(_ words: String, line: Int? = nil) -> ConfigurationProblem {
    ConfigurationProblem(file: file, line: line ?? self.line, fact: .syntax(words))
  }

  /// Passes one byte and counts lines.
  mutating func advance() {
    if peek == UInt8(ascii: "\n") { line += 1 }
    index += 1
  }

  /// Passes these characters when they come next.
  mutating func take(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    let matches = text.withUTF8Buffer { bytes[index...].prefix(count).elementsEqual($0) }
    if matches { index += count }
    return matches
  }

  /// Passes blanks and tabs.
  mutating func skipSpaces() {
    while let byte = peek, byte == 32 || byte == 9 { index += 1 }
  }

  /// Passes blanks, comments and line ends.
  mutating func skipBlankLines() {
    while let byte = peek {
      switch byte {
      case 32, 9, 13, 10: advance()
      case UInt8(ascii: "#"): skipComment()
      default: return
      }
    }
  }

  /// Passes the rest of a line, in which nothing but a comment may stand.
  mutating func endLine() throws(ConfigurationProblem) {
    skipSpaces()
    if peek == UInt8(ascii: "#") { skipComment() }
    if peek == 13 { index += 1 }
    guard let byte = peek else { return }
    guard byte == 10 else { throw problem("expected the end of the line") }
    advance()
  }

  private mutating func skipComment() {
    while let byte = peek, byte != 10 { _ = byte; index += 1 }
  }

  /// Reads a key: one or more parts with dots between.
  mutating func key() throws(ConfigurationProblem) -> [String] {
    var parts: [String] = []
    repeat {
      skipSpaces()
      parts.append(try keyPart())
      skipSpaces()
    } while take(".")
    return parts
  }

  private mutating func keyPart() throws(ConfigurationProblem) -> String {
    if take("\"") { return try basicString() }
    if take("'") { return try literalString() }
    let word = word { byte in
      Self.isLetterOrDigit(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    }
    guard !word.isEmpty else {
      throw problem("a name consists of letters, digits, - and _, or stands in quotes")
    }
    return word
  }

  /// Reads a text, number, truth value or date.
  mutating func scalar() throws(ConfigurationProblem) -> ConfigurationNode {
    if take("\"\"\"") { return .string(try multilineString(isLiteral: false)) }
    if take("'''") { return .string(try multilineString(isLiteral: true)) }
    if take("\"") { return .string(try basicString()) }
    if take("'") { return .string(try literalString()) }
    let start = index
    var word = word { byte in Self.isLetterOrDigit(byte) || "+-_.:".utf8.contains(byte) }
    if Self.isDate(word), peek == 32 {
      // A date and its time may have a blank between them.
      let end = index
      index += 1
      let time = self.word { byte in Self.isLetterOrDigit(byte) || "+-.:".utf8.contains(byte) }
      if Self.isTime(time) { word += "T" + time } else { index = end }
    }
    if let node = Self.node(word) { return node }
    index = start
    throw problem(
      word.isEmpty ? "expected a value" : "\(word) is no value; a text stands in quotes")
  }

  /// Passes bytes as long as they fit and returns them; all of them must be ASCII.
  private mutating func word(while fits: (UInt8) -> Bool) -> String {
    let start = index
    while let byte = peek, fits(byte) { index += 1 }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private mutating func literalString() throws(ConfigurationProblem) -> String {
    let start = index
    while let byte = peek, byte != UInt8(ascii: "'") {
      guard Self.mayStand(byte) else { throw problem("the text does not end in its line") }
      index += 1
    }
    guard peek != nil else { throw problem("the text does not end") }
    defer { index += 1 }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private mutating func basicString() throws(ConfigurationProblem) -> String {
    var text: [UInt8] = []
    while let byte = peek, byte != UInt8(ascii: "\"") {
      guard Self.mayStand(byte) else { throw problem("the text does not end in its line") }
      index += 1
      if byte == UInt8(ascii: "\\") { text += try escape() } else { text.append(byte) }
    }
    guard peek != nil else { throw problem("the text does not end") }
    index += 1
    return String(decoding: text, as: UTF8.self)
  }

  private mutating func multilineString(isLiteral: Bool) throws(ConfigurationProblem) -> String {
    let (first, quote) = (line, isLiteral ? UInt8(ascii: "'") : UInt8(ascii: "\""))
    var text: [UInt8] = []
    if peek == 13 { index += 1 }
    if peek == 10 { advance() }
    while let byte = peek {
      if byte == quote, take(isLiteral ? "'''" : "\"\"\"") {
        // Up to two quotes may stand right before the three that end the text.
        for _ in 0..<2 where peek == quote {
          text.append(quote)
          index += 1
        }
        return String(decoding: text, as: UTF8.self)
      }
      guard Self.mayStand(byte) || byte == 10 || byte == 13 else {
        throw problem("a control character stands in the text")
      }
      advance()
      if byte == UInt8(ascii: "\\"), !isLiteral {
        if let next = peek, [32, 9, 10, 13].contains(next) {
          while let space = peek, [32, 9, 10, 13].contains(space) { advance() }
        } else {
          text += try escape()
        }
      } else {
        text.append(byte)
      }
    }
    throw problem("the text that begins here does not end", line: first)
  }

  private mutating func escape() throws(ConfigurationProblem) -> [UInt8] {
    guard let byte = peek else { throw problem("the text does not end") }
    index += 1
    switch byte {
    case UInt8(ascii: "b"): return [8]
    case UInt8(ascii: "t"): return [9]
    case UInt8(ascii: "n"): return [10]
    case UInt8(ascii: "f"): return [12]
    case UInt8(ascii: "r"): return [13]
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): return [byte]
    case UInt8(ascii: "u"): return try scalar(digits: 4)
    case UInt8(ascii: "U"): return try scalar(digits: 8)
    default: throw problem("a backslash is written \\\\; there is no such escape")
    }
  }

  private mutating func scalar(digits: Int) throws(ConfigurationProblem) -> [UInt8] {
    let text = String(decoding: bytes[index...].prefix(digits), as: UTF8.self)
    guard text.utf8.count == digits, text.utf8.allSatisfy(Self.isLetterOrDigit),
      let value = UInt32(text, radix: 16), let scalar = Unicode.Scalar(value)
    else { throw problem("\\u needs \(digits) hexadecimal digits of a character") }
    index += digits
    return Array(String(Character(scalar)).utf8)
  }
}

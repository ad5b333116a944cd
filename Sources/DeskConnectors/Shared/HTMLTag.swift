/// One tag of HTML as posts use it.
struct HTMLTag {
  /// Its name in lower case; `!` for comments and declarations.
  var name: String
  /// Whether it ends an element.
  var isClosing = false
  /// The values of `class`, `href` and `hidden`, entities decoded.
  var attributes: [String: String] = [:]
  /// The index after its last byte.
  var end: Int

  /// Whether it is an element that never has content.
  var isVoid: Bool { ["br", "hr", "img", "input", "wbr", "meta", "link"].contains(name) }
  /// The class names.
  var classes: [Substring] { attributes["class"]?.split { $0.isWhitespace } ?? [] }
  /// Whether nothing inside is meant to be read.
  var isHidden: Bool {
    classes.contains("invisible") || ["script", "style", "template", "head"].contains(name)
      || attributes["hidden"] != nil
      // The "RE: link" that servers add for others that cannot show quotes.
      || classes.contains("quote-inline")
  }

  /// Whether an address leads to the web.
  static func isWebAddress(_ text: String) -> Bool {
    let start = text.prefix(8).lowercased()
    return start.hasPrefix("http://") || start.hasPrefix("https://")
  }

  /// Reads the tag that begins at `start`; nil when the `<` begins none.
  static func read(_ bytes: [UInt8], at start: Int) -> HTMLTag? {
    var i = start + 1
    guard i < bytes.count else { return nil }
    if bytes[i] == UInt8(ascii: "!") || bytes[i] == UInt8(ascii: "?") {
      return HTMLTag(name: "!", end: endOfComment(bytes, at: i))
    }
    var tag = HTMLTag(name: "", end: bytes.count)
    if bytes[i] == UInt8(ascii: "/") {
      tag.isClosing = true
      i += 1
    }
    guard i < bytes.count, isLetter(bytes[i]) else { return nil }
    tag.name = word(bytes, &i)
    while i < bytes.count {
      if bytes[i] == UInt8(ascii: ">") {
        tag.end = i + 1
        break
      }
      if isLetter(bytes[i]) { attribute(bytes, &i, &tag) } else { i += 1 }
    }
    return tag
  }

  private static func endOfComment(_ bytes: [UInt8], at start: Int) -> Int {
    let isComment =
      start + 2 < bytes.count && bytes[start + 1] == UInt8(ascii: "-")
      && bytes[start + 2] == UInt8(ascii: "-")
    var i = start
    while i < bytes.count {
      if bytes[i] == UInt8(ascii: ">") {
        if !isComment { return i + 1 }
        if i >= start + 5, bytes[i - 1] == UInt8(ascii: "-"), bytes[i - 2] == UInt8(ascii: "-") {
          return i + 1
        }
      }
      i += 1
    }
    return bytes.count
  }

  private static func attribute(_ bytes: [UInt8], _ i: inout Int, _ tag: inout HTMLTag) {
    let name = word(bytes, &i)
    while i < bytes.count, isSpace(bytes[i]) { i += 1 }
    var value = ""
    if i < bytes.count, bytes[i] == UInt8(ascii: "=") {
      i += 1
      while i < bytes.count, isSpace(bytes[i]) { i += 1 }
      value = HTMLEntity.decode(attributeValue(bytes, &i))
    }
    if ["class", "href", "hidden"].contains(name), tag.attributes[name] == nil {
      tag.attributes[name] = value
    }
  }

  private static func attributeValue(_ bytes: [UInt8], _ i: inout Int) -> ArraySlice<UInt8> {
    guard i < bytes.count else { return [] }
    let quote = bytes[i]
    let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
    if isQuoted { i += 1 }
    let start = i
    while i < bytes.count {
      if isQuoted ? bytes[i] == quote : (isSpace(bytes[i]) || bytes[i] == UInt8(ascii: ">")) {
        break
      }
      i += 1
    }
    let value = bytes[start..<i]
    if isQuoted, i < bytes.count { i += 1 }
    return value
  }

  private static func word(_ bytes: [UInt8], _ i: inout Int) -> String {
    let start = i
    while i < bytes.count, isLetter(bytes[i]) || (48...57).contains(bytes[i]) || bytes[i] == 45 {
      i += 1
    }
    return String(decoding: bytes[start..<i], as: UTF8.self).lowercased()
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (65...90).contains(byte) || (97...122).contains(byte)
  }
  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 32 || (9...13).contains(byte)
  }
}

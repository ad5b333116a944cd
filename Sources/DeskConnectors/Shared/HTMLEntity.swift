/// Character references of HTML.
enum HTMLEntity {
  /// The names that servers and people write; all others stay as they are.
  private static let names: [String: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}",
    "hellip": "…", "ndash": "–", "mdash": "—", "lsquo": "‘", "rsquo": "’", "ldquo": "“",
    "rdquo": "”", "laquo": "«", "raquo": "»", "bull": "•", "middot": "·", "copy": "©",
    "reg": "®", "trade": "™", "euro": "€", "pound": "£", "deg": "°", "times": "×",
    "zwnj": "\u{200C}", "zwj": "\u{200D}", "lrm": "\u{200E}", "rlm": "\u{200F}",
    "shy": "\u{AD}",
  ]
  private static let longest = 32

  /// Reads the reference that begins at `start`; nil when the `&` begins none.
  static func read(_ bytes: [UInt8], at start: Int) -> (text: String, end: Int)? {
    read(bytes[start...])
  }

  /// A text with its references decoded.
  static func decode(_ bytes: ArraySlice<UInt8>) -> String {
    var out: [UInt8] = []
    var i = bytes.startIndex
    while i < bytes.endIndex {
      if bytes[i] == UInt8(ascii: "&"), let entity = read(bytes[i...]) {
        out += entity.text.utf8
        i = entity.end
      } else {
        out.append(bytes[i])
        i += 1
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static func read(_ bytes: ArraySlice<UInt8>) -> (text: String, end: Int)? {
    let body = bytes.dropFirst().prefix(longest)
    guard let stop = body.firstIndex(of: UInt8(ascii: ";")), stop > body.startIndex else {
      return nil
    }
    let name = String(decoding: body[..<stop], as: UTF8.self)
    guard let text = name.hasPrefix("#") ? numeric(name.dropFirst()) : names[name] else {
      return nil
    }
    return (text, stop + 1)
  }

  private static func numeric(_ digits: Substring) -> String? {
    let isHexadecimal = digits.first == "x" || digits.first == "X"
    let number = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    guard let number, let scalar = Unicode.Scalar(number), number != 0 else { return "\u{FFFD}" }
    return String(scalar)
  }
}

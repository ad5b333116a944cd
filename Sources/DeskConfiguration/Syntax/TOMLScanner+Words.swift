extension TOMLScanner {
  /// The value that a bare word stands for; nil when it is none.
  static func node(_ word: String) -> ConfigurationNode? {
    if word == "true" || word == "false" { return .boolean(word == "true") }
    if isDate(String(word.prefix(10))) || isTime(word) { return .date }
    guard let first = word.utf8.first(where: { $0 != 43 && $0 != 45 }), hasGoodUnderscores(word)
    else { return nil }
    let plain = word.replacing("_", with: "")
    if ["inf", "+inf", "-inf", "nan", "+nan", "-nan"].contains(plain) {
      return Double(plain).map { .number($0) }
    }
    guard (48...57).contains(first) else { return nil }
    for (prefix, radix) in [("0x", 16), ("0o", 8), ("0b", 2)] where plain.hasPrefix(prefix) {
      return Int(plain.dropFirst(2), radix: radix).map { .integer($0) }
    }
    let digits = plain.drop { $0 == "+" || $0 == "-" }
    if digits.count > 1, digits.hasPrefix("0"), digits.allSatisfy(\.isNumber) { return nil }
    if let number = Int(plain) { return .integer(number) }
    guard digits.utf8.allSatisfy({ (48...57).contains($0) || "eE.+-".utf8.contains($0) }),
      !digits.contains(".e"), !digits.hasSuffix(".")
    else { return nil }
    return Double(plain).map { .number($0) }
  }

  /// Whether a word looks like `2026-01-31`.
  static func isDate(_ word: String) -> Bool { fits(word, "dddd-dd-dd") }

  /// Whether a word begins like `09:15:00`.
  static func isTime(_ word: String) -> Bool { fits(String(word.prefix(8)), "dd:dd:dd") }

  /// Whether a byte is a letter or digit of ASCII.
  static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
  }

  /// Whether a byte may stand in a text of one line.
  static func mayStand(_ byte: UInt8) -> Bool { byte == 9 || (byte >= 32 && byte != 127) }

  private static func fits(_ word: String, _ pattern: String) -> Bool {
    word.utf8.count == pattern.utf8.count
      && zip(word.utf8, pattern.utf8).allSatisfy { byte, wanted in
        wanted == UInt8(ascii: "d") ? (48...57).contains(byte) : byte == wanted
      }
  }

  /// An underscore must stand between two digits.
  private static func hasGoodUnderscores(_ word: String) -> Bool {
    !word.hasPrefix("_") && !word.hasSuffix("_") && !word.contains("__")
  }
}

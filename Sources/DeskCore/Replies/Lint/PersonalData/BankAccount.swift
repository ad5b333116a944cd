/// International bank account numbers (ISO 13616): two letters, two check digits, and the account.
enum BankAccount {
  /// The length by country, where it is not read from the text alone.
  private static let lengths: [String: Int] = [
    "AE": 23, "AT": 20, "AZ": 28, "BE": 16, "BG": 22, "BH": 22, "BY": 28, "CH": 21, "CY": 28,
    "CZ": 24, "DE": 22, "DK": 18, "EE": 20, "EG": 29, "ES": 24, "FI": 18, "FR": 27, "GB": 22,
    "GE": 22, "GR": 27, "HR": 21, "HU": 28, "IE": 22, "IL": 23, "IQ": 23, "IR": 26, "IT": 27,
    "JO": 30, "KW": 30, "KZ": 20, "LB": 28, "LT": 20, "LU": 20, "LV": 21, "LY": 25, "MD": 24,
    "NL": 18, "NO": 15, "OM": 23, "PK": 24, "PL": 28, "PS": 29, "PT": 25, "QA": 29, "RO": 24,
    "RU": 33, "SA": 24, "SE": 24, "SI": 19, "SK": 24, "TN": 24, "TR": 26, "UA": 29,
  ]

  /// Where they stand, in scalars; spaces and joiners inside do not hide them.
  static func ranges(in text: LintText) -> [Range<Int>] {
    var found: [Range<Int>] = []
    let scalars = text.scalars
    var index = 0
    while index + 4 <= scalars.count {
      let isStart = index == 0 || !LintLetters.isWordLike(scalars[index - 1])
      if isStart, letter(scalars[index]) != nil, let end = end(from: index, in: scalars) {
        found.append(index..<end)
        index = end
      } else {
        index += 1
      }
    }
    return found
  }

  private static func end(from start: Int, in scalars: [UInt32]) -> Int? {
    guard let first = letter(scalars[start]), let second = letter(scalars[start + 1]) else {
      return nil
    }
    let country = String(String.UnicodeScalarView([first, second]))
    guard let length = lengths[country] else { return nil }
    var values: [Int] = []
    var index = start
    while index < scalars.count, values.count < length {
      if let value = value(scalars[index]) {
        values.append(value)
      } else if !isInner(scalars[index]) {
        return nil
      }
      index += 1
    }
    guard values.count == length, values[2] < 10, values[3] < 10 else { return nil }
    let isLonger = index < scalars.count && value(scalars[index]) != nil
    return !isLonger && remainder(values[4...] + values[..<4]) == 1 ? index : nil
  }

  private static func remainder(_ values: some Sequence<Int>) -> Int {
    values.reduce(0) { rest, value in
      (rest * (value > 9 ? 100 : 10) + value) % 97
    }
  }

  private static func letter(_ scalar: UInt32) -> Unicode.Scalar? {
    switch scalar {
    case 0x41...0x5A: Unicode.Scalar(scalar)
    case 0x61...0x7A: Unicode.Scalar(scalar - 0x20)
    default: nil
    }
  }

  /// 0...9 for digits, 10...35 for letters.
  private static func value(_ scalar: UInt32) -> Int? {
    if let digit = LintLetters.digit(scalar) { return Int(digit) }
    return letter(scalar).map { Int($0.value) - 0x41 + 10 }
  }

  private static func isInner(_ scalar: UInt32) -> Bool {
    scalar == 0x2D || (LintLetters.isSpace(scalar) && scalar != 0x0A)
      || LintLetters.folded(scalar) == FoldTable.skipped
  }
}

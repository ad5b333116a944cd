/// The rules that keep text from outside from doing anything but being read.
public enum SafeText {
  /// The text for an output that is not a cell grid: escape and control bytes become visible
  /// substitutes, direction controls and other invisible scalars go; line breaks and tabs stay.
  public static func sanitized(_ text: String) -> String {
    clean(text, keepsLines: true)
  }

  /// As `sanitized`, but on one line: line breaks and tabs become spaces.
  public static func line(_ text: String) -> String {
    clean(text, keepsLines: false)
  }

  /// The invisible and controlling scalars in a text and how often each occurs, lowest first: so
  /// that a person can be told what the screen does not show.
  ///
  /// Joiners and variation selectors are not counted: ordinary words and emoji hold them.
  public static func hiddenScalars(in text: String) -> [(scalar: Unicode.Scalar, count: Int)] {
    let table = ScalarTable.shared
    var counts: [Unicode.Scalar: Int] = [:]
    for scalar in text.unicodeScalars {
      switch table[scalar.value] {
      case .hidden where !isOrdinary(scalar.value): counts[scalar, default: 0] += 1
      case .replaced, .control: counts[scalar, default: 0] += 1
      default: break
      }
    }
    return counts.sorted { $0.key < $1.key }.map { (scalar: $0.key, count: $0.value) }
  }

  private static func clean(_ text: String, keepsLines: Bool) -> String {
    let table = ScalarTable.shared
    var result = String.UnicodeScalarView()
    var marks = 0
    var afterReturn = false
    for scalar in text.unicodeScalars {
      let kind = table[scalar.value]
      marks = kind == .mark ? marks + 1 : kind == .hidden ? marks : 0
      defer { afterReturn = scalar == "\r" }
      switch kind {
      case .control:
        result.append(Unicode.Scalar(scalar == "\u{7F}" ? 0x2421 : 0x2400 + scalar.value) ?? " ")
      case .replaced: result.append("\u{FFFD}")
      case .hidden: if isOrdinary(scalar.value) { result.append(scalar) }
      case .mark: if marks <= 4 { result.append(scalar) }
      case .tab: result.append(keepsLines ? "\t" : " ")
      case .lineBreak:
        if scalar == "\n", afterReturn { break }
        result.append(keepsLines ? "\n" : " ")
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// Non-joiner, variation selectors 15 and 16, and the keycap's frame.
  private static func isOrdinary(_ value: UInt32) -> Bool {
    value == 0x200C || value == 0xFE0E || value == 0xFE0F || value == 0x20E3
  }
}

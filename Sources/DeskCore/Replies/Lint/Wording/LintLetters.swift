/// How the lint compares letters: folded like everywhere on the desk, and a little further.
enum LintLetters {
  /// The folded letter; 0 for what separates words, 1 for what nobody sees.
  ///
  /// Uzbek is often typed on Russian keys, so its four own Cyrillic letters are joined with theirs.
  @inline(__always)
  static func folded(_ scalar: UInt32) -> UInt16 {
    let letter =
      scalar < 0x1_0000
      ? FoldTable.shared[scalar] : LetterForms.shared.lowered(scalar)
    switch letter {
    case 0x45E: return 0x443
    case 0x49B: return 0x43A
    case 0x493: return 0x433
    case 0x4B3: return 0x445
    // The hard sign is the Cyrillic apostrophe: `ваъда` is `va'da`.
    case 0x44A: return FoldTable.apostrophe
    case 0xFF10...0xFF19: return letter - 0xFF10 + 0x30
    default: return letter
    }
  }

  /// The letters that a pattern is compared by, apostrophes left out.
  static func letters(of word: some StringProtocol) -> [UInt16] {
    word.unicodeScalars.map { folded($0.value) }
      .filter { $0 > FoldTable.skipped && $0 != FoldTable.apostrophe }
  }

  /// Whether a scalar is a capital letter.
  static func isCapital(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return (0x41...0x5A).contains(scalar) }
    guard scalar < 0x590 || (0x1E00...0x1FFC).contains(scalar) else { return false }
    return Unicode.Scalar(scalar)?.properties.isUppercase ?? false
  }

  /// Whether a scalar is a letter or a digit.
  static func isWordLike(_ scalar: UInt32) -> Bool { folded(scalar) > FoldTable.skipped }

  /// White space as Unicode lists it (PropList, White_Space).
  static func isSpace(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F,
      0x3000:
      true
    default: false
    }
  }

  /// The value of a decimal digit of any script; nil for anything else.
  @inline(__always)
  static func digit(_ scalar: UInt32) -> UInt8? {
    if scalar < 0x80 { return scalar >= 0x30 && scalar <= 0x39 ? UInt8(scalar - 0x30) : nil }
    if scalar < 0x660 { return nil }
    guard let properties = Unicode.Scalar(scalar)?.properties, properties.numericType == .decimal,
      let value = properties.numericValue
    else { return nil }
    return UInt8(exactly: value)
  }
}

/// Which scalars are the same letter to somebody who searches.
enum FoldTable {
  /// The scalar a scalar is folded to; 0 when it vanishes.
  static func fold(_ value: UInt32) -> UInt32 {
    if value < 0xAD { return value }
    switch value {
    case 0x0400...0x04FF: return cyrillic(value)
    case 0x0600...0x06FF: return arabic(value)
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF: return 0
    case 0xE000...0xF8FF: return 0x20
    case 0xFE00...0xFE0F: return 0
    default: return value
    }
  }

  /// Whether words hold it: letters, digits and the underscore; marks count as letters.
  static func isWord(_ value: UInt32) -> Bool {
    if value < 0x80 {
      return (value | 0x20) &- 0x61 < 26 || value &- 0x30 < 10 || value == 0x5F
    }
    if value < 0xC0 { return value == 0xAA || value == 0xB5 || value == 0xBA }
    if value >= 0x2000 && value < 0x2C00 || value >= 0x3000 && value < 0x3040 { return false }
    if value >= 0x1F000 && value < 0x20000 { return false }
    switch value {
    case 0xD7, 0xF7, 0x060C, 0x061B, 0x061F, 0x066A...0x066D, 0x06D4: return false
    case 0xFF01...0xFF0F, 0xFF1A...0xFF20: return false
    default: return true
    }
  }

  /// Whether it may stand for an apostrophe; keyboards offer many.
  static func isApostrophe(_ value: UInt32) -> Bool {
    switch value {
    case 0x27, 0x60, 0xB4, 0x02B9, 0x02BB, 0x02BC, 0x02BF, 0x02C8, 0x2018, 0x2019, 0x201B, 0xFF07:
      true
    default: false
    }
  }

  private static func cyrillic(_ value: UInt32) -> UInt32 {
    switch value {
    case 0x0401, 0x0400: 0x0415
    case 0x0451, 0x0450: 0x0435
    case 0x0490: 0x0413
    case 0x0491: 0x0433
    default: value
    }
  }

  private static func arabic(_ value: UInt32) -> UInt32 {
    switch value {
    case 0x0622, 0x0623, 0x0625, 0x0671: 0x0627
    case 0x0649, 0x06CC, 0x06CD, 0x06D0: 0x064A
    case 0x06A9, 0x06AA: 0x0643
    case 0x0629, 0x06C0, 0x06C1, 0x06C3, 0x06D5, 0x06BE: 0x0647
    case 0x0624: 0x0648
    case 0x0610...0x061A, 0x0640, 0x064B...0x065F, 0x0670, 0x06D6...0x06DC, 0x06DF...0x06E8: 0
    case 0x06EA...0x06ED, 0x061C: 0
    case 0x0660...0x0669: value - 0x0660 + 0x30
    case 0x06F0...0x06F9: value - 0x06F0 + 0x30
    default: value
    }
  }
}

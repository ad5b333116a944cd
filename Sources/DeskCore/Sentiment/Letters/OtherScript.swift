/// A script outside Latin, Cyrillic and Arabic, and the language that it stands for.
enum OtherScript: UInt8 {
  case greek, armenian, hebrew, hindi, thai, georgian, japanese, chinese, korean

  /// The script of a letter, or the one known so far.
  static func script(of scalar: UInt32, known: OtherScript?) -> OtherScript? {
    switch scalar {
    case 0x370..<0x400: .greek
    case 0x530..<0x590: .armenian
    case 0x590..<0x600: .hebrew
    case 0x900..<0x980: .hindi
    case 0xE00..<0xE80: .thai
    case 0x10A0..<0x1100: .georgian
    case 0x3040..<0x3100: .japanese
    // Kana decides for Japanese; Han alone is read as Chinese.
    case 0x3400..<0xA000: known ?? .chinese
    case 0xAC00..<0xD7B0: .korean
    default: known
    }
  }

  /// The language that is written in it more than any other.
  var language: Language {
    switch self {
    case .greek: Language(rawValue: "el")
    case .armenian: Language(rawValue: "hy")
    case .hebrew: Language(rawValue: "he")
    case .hindi: Language(rawValue: "hi")
    case .thai: Language(rawValue: "th")
    case .georgian: Language(rawValue: "ka")
    case .japanese: Language(rawValue: "ja")
    case .chinese: Language(rawValue: "zh")
    case .korean: Language(rawValue: "ko")
    }
  }
}

/// The language that a script outside Latin, Cyrillic and Arabic stands for.
enum ScriptNames {
  static func language(of scalar: UInt32, known: Language?) -> Language? {
    switch scalar {
    case 0x370..<0x400: greek
    case 0x530..<0x590: armenian
    case 0x590..<0x600: hebrew
    case 0x900..<0x980: hindi
    case 0xE00..<0xE80: thai
    case 0x10A0..<0x1100: georgian
    case 0x3040..<0x3100: japanese
    // Kana decides for Japanese; Han alone is read as Chinese.
    case 0x3400..<0xA000: known ?? chinese
    case 0xAC00..<0xD7B0: korean
    default: known
    }
  }

  private static let greek = Language(rawValue: "el")
  private static let armenian = Language(rawValue: "hy")
  private static let hebrew = Language(rawValue: "he")
  private static let hindi = Language(rawValue: "hi")
  private static let thai = Language(rawValue: "th")
  private static let georgian = Language(rawValue: "ka")
  private static let japanese = Language(rawValue: "ja")
  private static let chinese = Language(rawValue: "zh")
  private static let korean = Language(rawValue: "ko")
}

/// Maps every scalar of the basic plane to the form that words are compared in.
///
/// Zero is a separator, one is a mark to skip (vowel signs, joiners, tatweel), anything else is a
/// letter or digit: lower case, Arabic spelling variants joined, all apostrophes one.
struct FoldTable: Sendable {
  static let separator: UInt16 = 0
  static let skipped: UInt16 = 1
  static let apostrophe: UInt16 = 0x27

  static let shared = FoldTable()

  private let map: [UInt16]

  init() {
    var map = [UInt16](repeating: Self.separator, count: 0x1_0000)
    for value in UInt32(0x30)..<0xFFFD {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let properties = scalar.properties
      guard properties.isAlphabetic || (value < 0x700 && properties.numericType != nil) else {
        continue
      }
      map[Int(value)] = Self.lowered(scalar)
    }
    for (from, to) in Self.variants { map[Int(from)] = to }
    for mark in Self.skippedRanges.joined() { map[mark] = Self.skipped }
    for mark in Self.apostrophes { map[mark] = Self.apostrophe }
    self.map = map
  }

  subscript(_ scalar: UInt32) -> UInt16 {
    scalar < 0x1_0000 ? map[Int(scalar)] : Self.separator
  }

  /// The folded letters of one word; apostrophes stay only between letters.
  func letters(of word: some StringProtocol) -> [UInt16] {
    word.unicodeScalars.map { self[$0.value] }.filter { $0 > Self.skipped }
  }

  private static func lowered(_ scalar: Unicode.Scalar) -> UInt16 {
    // Only these blocks have case that our lexicons meet; the call is slow elsewhere for nothing.
    guard scalar.value < 0x590 || (0x1E00..<0x2000).contains(scalar.value) else {
      return UInt16(scalar.value)
    }
    let lower = scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
    return UInt16(truncatingIfNeeded: lower.value)
  }

  /// Spellings that writers of one language mix freely.
  private static let variants: [(UInt16, UInt16)] = [
    (0x0622, 0x0627), (0x0623, 0x0627), (0x0625, 0x0627), (0x0671, 0x0627),  // alef
    (0x0649, 0x064A), (0x06CC, 0x064A), (0x0626, 0x064A),  // yeh
    (0x06A9, 0x0643), (0x0629, 0x0647), (0x06BE, 0x0647), (0x06C1, 0x0647), (0x06C0, 0x0647),
    (0x0624, 0x0648), (0x0401, 0x0435), (0x0451, 0x0435),  // waw, io
  ]

  private static let skippedRanges: [ClosedRange<Int>] = [
    0x0300...0x036F, 0x0640...0x0640, 0x064B...0x065F, 0x0670...0x0670, 0x06D6...0x06DC,
    0x00AD...0x00AD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFE00...0xFE0F,
    0xFEFF...0xFEFF,
  ]

  private static let apostrophes = [
    0x27, 0x60, 0xB4, 0x2018, 0x2019, 0x02B9, 0x02BB, 0x02BC, 0x02BD,
  ]
}

/// Maps every scalar of the basic plane to the form that words are compared in.
///
/// Zero is a separator, one is a mark to skip (vowel signs, joiners, tatweel), anything else is a
/// letter or digit: lower case, Arabic spelling variants joined, all apostrophes one.
struct FoldTable: Sendable {
  static let separator: UInt16 = 0
  static let skipped: UInt16 = 1
  static let apostrophe: UInt16 = 0x27

  static let shared = FoldTable(forms: .shared)

  private let map: [UInt16]

  init(forms: LetterForms) {
    var variants = (0...UInt16.max).map { $0 }
    for (from, to) in LetterRanges.variants { variants[Int(from)] = to }
    map = (0...UInt32(0xFFFF)).map { variants[Int(forms.lowered($0))] }
  }

  subscript(_ scalar: UInt32) -> UInt16 {
    scalar < 0x1_0000 ? map[Int(scalar)] : Self.separator
  }

  /// The folded letters of one word; apostrophes stay only between letters.
  func letters(of word: some StringProtocol) -> [UInt16] {
    word.unicodeScalars.map { self[$0.value] }.filter { $0 > Self.skipped }
  }
}

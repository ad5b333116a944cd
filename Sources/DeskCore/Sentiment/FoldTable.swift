/// Maps every scalar of the basic plane to the form that words are compared in.
///
/// Zero is a separator, one is a mark to skip (vowel signs, joiners, tatweel), anything else is a
/// letter or digit: lower case, Arabic spelling variants joined, all apostrophes one.
///
/// Unchecked, because a pointer is not Sendable by itself: the map is filled before anybody sees
/// it, never written again, and lives as long as the program.
struct FoldTable: @unchecked Sendable {
  static let separator: UInt16 = 0
  static let skipped: UInt16 = 1
  static let apostrophe: UInt16 = 0x27

  static let shared = FoldTable(forms: .shared)

  private let map: UnsafePointer<UInt16>

  private init(forms: LetterForms) {
    var variants = (0...UInt16.max).map { $0 }
    for (from, to) in LetterRanges.variants { variants[Int(from)] = to }
    let map = UnsafeMutablePointer<UInt16>.allocate(capacity: variants.count)
    for scalar in 0..<variants.count {
      map[scalar] = variants[Int(forms.lowered(UInt32(scalar)))]
    }
    self.map = UnsafePointer(map)
  }

  @inline(__always)
  subscript(_ scalar: UInt32) -> UInt16 {
    scalar < 0x1_0000 ? map[Int(scalar)] : Self.separator
  }

  /// The folded letters of one word; apostrophes stay only between letters.
  func letters(of word: some StringProtocol) -> [UInt16] {
    word.unicodeScalars.map { self[$0.value] }.filter { $0 > Self.skipped }
  }
}

/// Two maps over the basic plane: what a scalar is as a letter, and how features spell it.
///
/// `lowered` keeps what tells languages apart (Persian yeh, accents, apostrophes) and joins what is
/// only typography (case, presentation forms, the many apostrophes). `spelled` goes further and
/// joins what writers of one language mix: alef forms, accents, io; it drops the apostrophe.
///
/// Unchecked, because a pointer is not Sendable by itself: the maps are filled before anybody sees
/// them, never written again, and live as long as the program.
struct LetterForms: @unchecked Sendable {
  static let separator: UInt16 = 0
  static let skipped: UInt16 = 1
  static let apostrophe: UInt16 = 0x27
  /// Where symbols outside the basic plane are folded to: the private use area.
  static let symbolBase: UInt16 = 0xE000
  static let symbolCount: UInt32 = 0x1900

  /// What stands for every handle, for every link, and for negation in front of a word.
  static let handle: UInt16 = 2
  static let link: UInt16 = 3
  static let edge: UInt16 = 4

  static let shared = LetterForms()

  private let lower: UnsafePointer<UInt16>
  private let codes: UnsafePointer<UInt16>

  private init() {
    var lower = [UInt16](repeating: Self.separator, count: 0x1_0000)
    for range in LetterRanges.letters { for value in range { lower[value] = UInt16(value) } }
    for range in LetterRanges.cased {
      for value in range where lower[value] != 0 {
        guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
        let small = scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
        lower[value] = UInt16(truncatingIfNeeded: small.value)
      }
    }
    for range in LetterRanges.skipped { for value in range { lower[value] = Self.skipped } }
    for mark in LetterRanges.apostrophes { lower[mark] = Self.apostrophe }
    for step in 0..<26 { lower[0xFF21 + step] = UInt16(0x61 + step) }
    for step in 0..<26 { lower[0xFF41 + step] = UInt16(0x61 + step) }
    ArabicShapes.fold(into: &lower)
    self.lower = Self.kept(lower)
    var spelling = (0...UInt16.max).map { $0 }
    for (from, to) in LetterRanges.variants { spelling[Int(from)] = to }
    for (letters, base) in LetterRanges.accents {
      for scalar in letters.unicodeScalars { spelling[Int(scalar.value)] = UInt16(base.value) }
    }
    codes = Self.kept(spelling.map(Self.code))
  }

  private static func kept(_ map: [UInt16]) -> UnsafePointer<UInt16> {
    let memory = UnsafeMutablePointer<UInt16>.allocate(capacity: map.count)
    memory.initialize(from: map, count: map.count)
    return UnsafePointer(memory)
  }

  /// Twelve bits that stand for a letter, so that five letters fit one word of the machine; letters
  /// beyond the alphabets of the first 4096 places share them.
  private static func code(_ letter: UInt16) -> UInt16 {
    if letter < 0x1000 { return letter }
    return UInt16(truncatingIfNeeded: UInt32(letter) &* 0x9E37_79B1 >> 20) | 0x400
  }

  /// The letter in lower case, `separator`, or `skipped` for marks that no reader sees.
  @inline(__always)
  func lowered(_ scalar: UInt32) -> UInt16 {
    if scalar < 0x1_0000 { return lower[Int(scalar)] }
    // Letters made for mathematics are typed to look bold, or to get past filters.
    guard scalar >= 0x1D400, scalar < 0x1D6A4 else { return Self.separator }
    return 0x61 + UInt16((scalar - 0x1D400) % 26)
  }

  /// The letter with what writers of one language mix joined; above 4096 nothing is.
  func spelled(_ letter: UInt16) -> UInt16 { letter < 0x1000 ? codes[Int(letter)] : letter }

  /// The letter as features spell it, in twelve bits; never that of an edge.
  @inline(__always)
  func code(_ letter: UInt16) -> UInt16 { codes[Int(letter)] }

  /// One unit for an emoji or another symbol, or nil if the scalar is none.
  @inline(__always)
  static func symbol(_ scalar: UInt32) -> UInt16? {
    if scalar < 0x2190 { return nil }
    let isSymbol =
      scalar < 0x2C00 || (scalar >= 0x1F000 && scalar < 0x1FB00) || scalar == 0x3030
      || scalar == 0x303D
    guard isSymbol else { return nil }
    return symbolBase + UInt16((scalar &* 0x9E37_79B1 >> 7) % symbolCount)
  }

  /// One unit for a punctuation mark; full-width and Arabic marks are joined with the plain ones.
  @inline(__always)
  static func mark(_ scalar: UInt32) -> UInt16 {
    switch scalar {
    case 0x61F, 0xFF1F: 0x3F
    case 0xFF01: 0x21
    case 0x2026: 0x2E
    case 0xAB, 0xBB, 0x201C, 0x201D, 0x201E: 0x22
    case 0x60C: 0x2C
    default: UInt16(truncatingIfNeeded: scalar)
    }
  }
}

/// Writes Uzbek Cyrillic in Latin letters, so that both alphabets meet in the same features.
///
/// Apostrophes are left out, as features leave them out: `ў` is `o`, `ғ` is `g`.
enum UzbekLetters {
  /// Up to two Latin letters in the low and high half; zero for letters Uzbek does not write.
  @inline(__always)
  static func latin(_ letter: UInt16) -> UInt32 {
    guard letter >= 0x430, letter < 0x4C0 else { return 0 }
    if letter < 0x460 { return table[Int(letter - 0x430)] }
    return switch letter {
    case 0x49B: 0x71  // q
    case 0x493: 0x67  // g
    case 0x4B3: 0x68  // h
    default: 0
    }
  }

  /// From `а` to `џ`: one or two Latin letters each, a dot for none.
  private static let table: [UInt32] = {
    let words =
      "a b v g d e j z i y k l m n o p r s t u f x s ch sh sh . i . e yu ya "
      + "e yo . . . . . . . . . . . . o ."
    return words.split(separator: " ").map { word in
      let letters = word.unicodeScalars.map(\.value).filter { $0 != 0x2E }
      return letters.reversed().reduce(0) { $0 << 16 | $1 }
    }
  }()
}

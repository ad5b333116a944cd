/// The shaped forms of Arabic letters that old programs write, brought back to plain letters.
enum ArabicShapes {
  /// The plain letters from U+FE80 on, each with its number of shapes.
  private static let formsB: [(UInt16, Int)] = [
    (0x621, 1), (0x622, 2), (0x623, 2), (0x624, 2), (0x625, 2), (0x626, 4), (0x627, 2), (0x628, 4),
    (0x629, 2), (0x62A, 4), (0x62B, 4), (0x62C, 4), (0x62D, 4), (0x62E, 4), (0x62F, 2), (0x630, 2),
    (0x631, 2), (0x632, 2), (0x633, 4), (0x634, 4), (0x635, 4), (0x636, 4), (0x637, 4), (0x638, 4),
    (0x639, 4), (0x63A, 4), (0x641, 4), (0x642, 4), (0x643, 4), (0x644, 4), (0x645, 4), (0x646, 4),
    (0x647, 4), (0x648, 2), (0x649, 2), (0x64A, 4),
  ]

  /// First shape, number of shapes, plain letter.
  private static let formsA: [(Int, Int, UInt16)] = [
    (0xFB50, 2, 0x671), (0xFB56, 4, 0x67E), (0xFB66, 4, 0x679), (0xFB7A, 4, 0x686),
    (0xFB88, 2, 0x688), (0xFB8A, 2, 0x698), (0xFB8C, 2, 0x691), (0xFB8E, 4, 0x6A9),
    (0xFB92, 4, 0x6AF), (0xFB9E, 2, 0x6BA), (0xFBA6, 4, 0x6C1), (0xFBAA, 4, 0x6BE),
    (0xFBAE, 2, 0x6D2), (0xFBFC, 4, 0x6CC),
  ]

  /// Lam with alef, two letters in one sign, becomes the lam: most words are known without alef.
  static let lamAlef = 0xFEF5...0xFEFC

  static func fold(into map: inout [UInt16]) {
    var shape = 0xFE80
    for (letter, count) in formsB {
      for _ in 0..<count {
        map[shape] = letter
        shape += 1
      }
    }
    for (first, count, letter) in formsA {
      for step in 0..<count { map[first + step] = letter }
    }
    for shape in lamAlef { map[shape] = 0x644 }
  }
}

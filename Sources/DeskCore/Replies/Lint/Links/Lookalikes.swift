/// Letters that are drawn like Latin ones (a part of Unicode's confusables, UTS 39).
enum Lookalikes {
  private static let pairs: [(String, String)] = [
    ("аɑα", "a"), ("вƄ", "b"), ("сϲ", "c"), ("ԁ", "d"), ("еєёə", "e"), ("ɡ", "g"), ("һн", "h"),
    ("іїıιӏ1|l", "i"), ("јϳ", "j"), ("кκ", "k"), ("м", "m"), ("пηո", "n"), ("оοօ0", "o"),
    ("рρ", "p"), ("ԛ", "q"), ("гᴦ", "r"), ("ѕ", "s"), ("тτ", "t"), ("υսц", "u"), ("ѵν", "v"),
    ("ԝш", "w"), ("хχ", "x"), ("уүγ", "y"), ("ᴢ", "z"),
  ]

  private static let table: [UInt32: UInt32] = {
    var table: [UInt32: UInt32] = [:]
    for (letters, latin) in pairs {
      for scalar in letters.unicodeScalars {
        table[scalar.value] = latin.unicodeScalars.first?.value
      }
    }
    return table
  }()

  /// The Latin letter that a scalar in lower case looks like, or itself; `l`, `1` and `i` are one.
  static func latin(_ scalar: UInt32) -> UInt32 {
    if let letter = table[scalar] { return letter }
    // Accents are overlooked; letters made for mathematics look like plain ones.
    if scalar < 0x80 { return scalar }
    let letter = UInt32(LetterForms.shared.spelled(LetterForms.shared.lowered(scalar)))
    return letter > 1 ? table[letter] ?? letter : scalar
  }
}

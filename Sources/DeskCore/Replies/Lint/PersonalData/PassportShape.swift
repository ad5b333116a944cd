/// How a country writes the numbers of its passports and identity cards.
struct PassportShape {
  /// The country's two letters (ISO 3166-1).
  let country: String
  /// How many capital letters come first.
  let letters: Int
  /// How many digits follow.
  let digits: Int

  /// The documents of the countries that the desk's languages are spoken in, and of some that
  /// travellers carry; a number is checked by its shape only.
  static let all: [PassportShape] = [
    PassportShape(country: "UZ", letters: 2, digits: 7),
    PassportShape(country: "UA", letters: 2, digits: 6),
    PassportShape(country: "UA", letters: 0, digits: 9),
    PassportShape(country: "RU", letters: 0, digits: 10),
    PassportShape(country: "RU", letters: 0, digits: 9),
    PassportShape(country: "IR", letters: 1, digits: 8),
    PassportShape(country: "IR", letters: 0, digits: 10),
    PassportShape(country: "SA", letters: 1, digits: 8),
    PassportShape(country: "SA", letters: 0, digits: 10),
    PassportShape(country: "EG", letters: 1, digits: 8),
    PassportShape(country: "EG", letters: 0, digits: 14),
    PassportShape(country: "AE", letters: 2, digits: 7),
    PassportShape(country: "AE", letters: 0, digits: 15),
    PassportShape(country: "IQ", letters: 1, digits: 8),
    PassportShape(country: "KZ", letters: 1, digits: 8),
    PassportShape(country: "TJ", letters: 1, digits: 8),
    PassportShape(country: "US", letters: 1, digits: 8),
    PassportShape(country: "GB", letters: 0, digits: 9),
    PassportShape(country: "IN", letters: 1, digits: 7),
    PassportShape(country: "DE", letters: 0, digits: 9),
    PassportShape(country: "TR", letters: 1, digits: 8),
  ]

  /// Whether some country writes a number like this.
  ///
  /// Digits alone, and one letter with seven digits, are too common to count without a word for a
  /// passport nearby.
  static func isKnown(letters: Int, digits: Int, isAnnounced: Bool) -> Bool {
    all.contains { shape in
      guard shape.letters == letters, shape.digits == digits else { return false }
      return isAnnounced || letters == 2 || (letters == 1 && digits == 8)
    }
  }
}

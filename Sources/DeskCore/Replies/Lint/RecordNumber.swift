/// The number of an order, an account or a booking, known by the word beside it or by `#` or `№`.
public enum RecordNumber {
  /// The numbers in a text as they are written, in order; the word lists of all languages are tried.
  public static func texts(in text: String) -> [String] {
    let read = LintText(text)
    let hits = WordRules(text: read, language: nil).hits
    return ranges(in: read, hits: hits).map { range in
      String(String.UnicodeScalarView(read.scalars[range].compactMap(Unicode.Scalar.init)))
    }
  }

  static func ranges(in text: LintText, hits: [PhraseHit]) -> [Range<Int>] {
    let records = HitIndex(hits.filter { $0.group == .record }, in: text)
    return text.words.indices.compactMap { index in
      let word = text.words[index]
      guard !word.isAddress, let code = Code(word, in: text) else { return nil }
      let isMarked = code.isMarked && code.digits >= 3
      // Four digits are a flight or a price as often; they must stand beside the word.
      let reach = code.digits == 4 ? 1 : 3
      let isNear =
        records.has(.record, before: index, within: reach, clauses: 1)
        || records.has(.record, after: index + 1, within: 1)
      return isMarked || (isNear && code.isNumber) ? word.scalars : nil
    }
  }

  /// A word that could be such a number.
  private struct Code {
    var digits: Int
    var isMarked: Bool
    /// Four digits and more that are no year, or six capitals and digits as airlines write them.
    var isNumber: Bool

    init?(_ word: LintWord, in text: LintText) {
      let scalars = text.scalars
      let count = scalars[word.scalars].count { LintLetters.digit($0) != nil }
      let start = word.scalars.lowerBound
      let sign = start > 0 ? scalars[start - 1] : 0
      let earlier = start > 1 ? scalars[start - 2] : 0
      digits = count
      // A hashtag with a number in it is no number.
      let isMostlyDigits = count * 2 >= word.letters.count
      let hasSign = sign == 0x23 || sign == 0x2116 || (sign == 0x20 && earlier == 0x2116)
      isMarked = hasSign && isMostlyDigits
      let isLocator = word.isCapitals && word.letters.count == 6 && !hasSign
      let value = text.letters[word.letters].reduce(0) { value, letter in
        (0x30...0x39).contains(letter) ? min(value * 10 + Int(letter - 0x30), 1_000_000) : value
      }
      let isYear = count == 4 && word.letters.count == 4 && (1900...2100).contains(value)
      isNumber = (count >= 4 && !isYear) || (isLocator && word.letters.count == 6)
      guard isMarked ? count >= 3 : isNumber && !hasSign else { return nil }
    }
  }
}

/// One word of a text, folded for comparing and as it was written.
struct TextTerm: Hashable, Sendable {
  /// A hash of the folded letters; the same on every machine and in every run.
  var hash: UInt64
  /// The word as written, with its `#` where it has one.
  var surface: Substring

  /// Mixes all bits of a number into all bits (the finisher of SplitMix64, Steele et al. 2014).
  static func mixed(_ value: UInt64) -> UInt64 {
    var z = value &+ 0x9E37_79B9_7F4A_7C15
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// The words of a text in order, at most `limit`; handles, links and bare numbers are left out.
  static func terms(of text: String, limit: Int = 200) -> [TextTerm] {
    var terms: [TextTerm] = []
    let scalars = text.unicodeScalars
    var position = scalars.startIndex
    while position < scalars.endIndex, terms.count < limit {
      let token = scalars[position...].prefix { !isSpace($0) }
      position = token.endIndex
      if !isLeftOut(token) { append(wordsOf: token, in: text, to: &terms, limit: limit) }
      let spaces = scalars[position...].prefix(while: isSpace)
      position = spaces.endIndex
    }
    return terms
  }

  private static func append(
    wordsOf token: Substring.UnicodeScalarView, in text: String, to terms: inout [TextTerm],
    limit: Int
  ) {
    let fold = FoldTable.shared
    var hash: UInt64 = 0
    var start = token.startIndex
    var (letters, digits) = (0, 0)
    func close(at end: String.Index) {
      defer { (hash, letters, digits) = (0, 0, 0) }
      guard letters > digits, terms.count < limit else { return }
      terms.append(TextTerm(hash: mixed(hash), surface: text[start..<end]))
    }
    var index = token.startIndex
    while index < token.endIndex {
      let letter = fold[token[index].value]
      if letter > FoldTable.skipped, letter != FoldTable.apostrophe || letters > 0 {
        if letters == 0 { start = wordStart(at: index, in: token) }
        hash = mixed(hash ^ UInt64(letter))
        letters += 1
        if (0x30...0x39).contains(letter) { digits += 1 }
      } else if letter == FoldTable.separator, letters > 0 {
        close(at: index)
      }
      index = token.index(after: index)
    }
    close(at: token.endIndex)
  }

  private static func wordStart(
    at index: String.Index, in token: Substring.UnicodeScalarView
  ) -> String.Index {
    guard index > token.startIndex else { return index }
    let before = token.index(before: index)
    return token[before] == "#" ? before : index
  }

  private static func isLeftOut(_ token: Substring.UnicodeScalarView) -> Bool {
    guard let first = token.first else { return true }
    let text = Substring(token)
    return first == "@" || text.hasPrefix("http://") || text.hasPrefix("https://")
      || text.hasPrefix("www.")
  }

  /// White space as Unicode lists it (PropList, White_Space), asked of every letter of every mention.
  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case ...0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }
}

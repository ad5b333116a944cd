/// One word, stem or expression of two words with its mark.
struct LexiconWord: Sendable {
  var parts: [Substring]
  var isStem: Bool
  var mark: WordMark
}

/// Reads lexicon text.
///
/// A line is `attributes: words`. Attributes are a signed weight, `insult1` to `insult3` and role
/// names; words are parted by spaces, `word*` is a stem, `a_b` an expression. `#` opens a comment.
enum LexiconParser {
  static func parse(_ source: LexiconSource) -> (words: [LexiconWord], problems: [String]) {
    var words: [LexiconWord] = []
    var problems: [String] = []
    for (index, line) in pieces(source.text[...], at: "\n").enumerated() {
      guard line.utf8.first != UInt8(ascii: "#") else { continue }
      let halves = pieces(line, at: ":", most: 2)
      guard halves.count == 2, let mark = mark(halves[0]) else {
        problems.append("\(source.name) line \(index + 1): \(line.prefix(40))")
        continue
      }
      for word in pieces(halves[1], at: " ") {
        let isStem = word.utf8.last == UInt8(ascii: "*")
        let parts = pieces(isStem ? word.dropLast() : word, at: "_")
        guard (1...2).contains(parts.count) else {
          problems.append("\(source.name) line \(index + 1): \(word)")
          continue
        }
        words.append(LexiconWord(parts: parts, isStem: isStem, mark: mark))
      }
    }
    return (words, problems)
  }

  /// Cuts at a plain character, byte by byte: to look for whole characters takes most of the start.
  private static func pieces(
    _ text: Substring, at separator: Unicode.Scalar, most: Int = Int.max
  ) -> [Substring] {
    text.utf8.split(separator: UInt8(ascii: separator), maxSplits: most - 1).map { Substring($0) }
  }

  private static func mark(_ attributes: Substring) -> WordMark? {
    var weight = 0.0
    var insult = 0
    var roles: UInt32 = 0
    for attribute in attributes.split(separator: " ") {
      if let role = roleBits[attribute] {
        roles |= role
      } else if let number = Double(attribute) {
        weight = number
      } else if attribute.hasPrefix("insult"), let level = Int(attribute.dropFirst(6)) {
        insult = level
      } else {
        return nil
      }
    }
    return WordMark(weight: weight, insult: insult, roles: roles)
  }

  private static let roleBits: [Substring: UInt32] = [
    "not": WordMark.negates, "after": WordMark.negatesBefore, "very": WordMark.strengthens,
    "bit": WordMark.weakens, "but": WordMark.contrasts, "ask": WordMark.asks,
    "issue": WordMark.issue, "common": WordMark.common, "praise": WordMark.praises,
    "none": 0,
  ]
}

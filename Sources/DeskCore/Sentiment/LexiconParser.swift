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
    for (index, line) in source.text.split(separator: "\n").enumerated() {
      guard !line.hasPrefix("#") else { continue }
      let halves = line.split(separator: ":", maxSplits: 1)
      guard halves.count == 2, let mark = mark(halves[0]) else {
        problems.append("\(source.name) line \(index + 1): \(line.prefix(40))")
        continue
      }
      for word in halves[1].split(separator: " ") {
        let isStem = word.hasSuffix("*")
        let parts = (isStem ? word.dropLast() : word).split(separator: "_")
        guard (1...2).contains(parts.count) else {
          problems.append("\(source.name) line \(index + 1): \(word)")
          continue
        }
        words.append(LexiconWord(parts: parts, isStem: isStem, mark: mark))
      }
    }
    return (words, problems)
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

internal import Foundation

/// Brings texts and questions to one form, so that a word is found however it was typed.
///
/// Letters that Arabic and Persian keyboards type differently become one, vowel signs and
/// stretching vanish, ё is е, apostrophes inside words vanish (o‘zbek, oʻzbek and ozbek are one),
/// digits are ASCII and compatibility forms (ﷺ, ﬁ, fullwidth, 𝐛𝐨𝐥𝐝) are plain. Case and Latin
/// accents are left to the tokenizer. A tag or handle is kept with its sign and without.
enum SearchFold {
  /// The folded form of a whole text.
  static func fold(_ text: String) -> String {
    needsCompatibilityForm(text)
      ? folded(text.precomposedStringWithCompatibilityMapping) : folded(text)
  }

  /// What the index of words holds for a mention.
  static func document(_ folded: String, author: Int64) -> String {
    "\(folded) \(word(forAuthor: author))"
  }

  /// A word that stands for an author; begins with a private character, which folding takes out of
  /// texts and questions, so that nobody can write or ask for it by accident.
  static func word(forAuthor id: Int64) -> String { "\u{E000}\(String(id, radix: 36))" }

  /// Whether the text holds a script that is written without spaces.
  static func isUnspaced(_ text: some StringProtocol) -> Bool {
    text.utf8.contains { $0 >= 0xE0 } && text.unicodeScalars.contains(where: isUnspaced)
  }

  private static func isUnspaced(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0E00...0x0EFF, 0x0F00...0x0FFF, 0x1000...0x109F, 0x1100...0x11FF, 0x1780...0x17FF: true
    case 0x3040...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA960...0xA97F, 0xAC00...0xD7FF: true
    case 0xF900...0xFAFF, 0xFF66...0xFF9D, 0x20000...0x3FFFF: true
    default: false
    }
  }

  private static func needsCompatibilityForm(_ text: String) -> Bool {
    guard text.utf8.contains(where: { $0 >= 0xCC }) else { return false }
    return text.unicodeScalars.contains { scalar in
      switch scalar.value {
      case 0x0300...0x036F, 0xFB00...0xFDFF, 0xFE70...0xFEFE, 0xFF01...0xFFDC: true
      case 0x1D400...0x1D7FF, 0x2100...0x214F, 0x1F100...0x1F1FF, 0x0653...0x0655: true
      default: false
      }
    }
  }

  private static func folded(_ text: String) -> String {
    var out = [UInt8]()
    out.reserveCapacity(text.utf8.count + 16)
    var previousIsWord = false
    var signStart: Int?
    var scalars = text.unicodeScalars.makeIterator()
    var next = scalars.next()
    while let scalar = next {
      next = scalars.next()
      let value = scalar.value
      if FoldTable.isApostrophe(value), previousIsWord, let after = next,
        FoldTable.isWord(after.value)
      {
        // "brand's" is "brand" and "s", so that the name is found; "don't" stays one word.
        if after.value | 0x20 == 0x73 {
          var ahead = scalars
          if !(ahead.next().map { FoldTable.isWord($0.value) } ?? false) { out.append(0x20) }
        }
        continue
      }
      let mapped = FoldTable.fold(value)
      if mapped == 0 { continue }
      let isWord = FoldTable.isWord(mapped)
      if !isWord, let start = signStart {
        repeatWithoutSign(from: start, in: &out)
        signStart = nil
      }
      if mapped == 0x23 || mapped == 0x40 {
        let begins = !previousIsWord && (next.map { FoldTable.isWord($0.value) } ?? false)
        if begins { signStart = out.count }
        out.append(begins ? UInt8(mapped) : 0x20)
      } else {
        append(mapped, to: &out)
      }
      previousIsWord = isWord
    }
    if let start = signStart { repeatWithoutSign(from: start, in: &out) }
    return String(decoding: out, as: UTF8.self)
  }

  private static func repeatWithoutSign(from start: Int, in out: inout [UInt8]) {
    let word = out[(start + 1)...]
    out.append(0x20)
    out.append(contentsOf: Array(word))
  }

  private static func append(_ value: UInt32, to out: inout [UInt8]) {
    if value < 0x80 {
      out.append(UInt8(truncatingIfNeeded: value))
    } else if value < 0x800 {
      out.append(UInt8(truncatingIfNeeded: 0xC0 | value >> 6))
      out.append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
    } else if let scalar = Unicode.Scalar(value) {
      out.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
  }
}

/// Cuts scalars into words, folding letters on the way.
struct WordCutter {
  private let scalars: [UInt32]
  private(set) var letters: [UInt16] = []
  private(set) var words: [LintWord] = []
  private var start: Int?
  private var firstLetter = 0
  private var hasApostrophe = false
  private var capitals = 0
  private var clause = 0
  private var isAddress = false

  init(scalars: [UInt32]) { self.scalars = scalars }

  mutating func cut() {
    isAddress = isAddress(from: 0)
    for index in scalars.indices {
      let scalar = scalars[index]
      let letter = LintLetters.folded(scalar)
      if letter == FoldTable.apostrophe {
        if start != nil { hasApostrophe = true }
      } else if letter > FoldTable.skipped {
        take(letter, scalar, at: index)
      } else if letter == FoldTable.separator {
        close(at: index)
        endClause(scalar, at: index)
      }
    }
    close(at: scalars.count)
  }

  private mutating func take(_ letter: UInt16, _ scalar: UInt32, at index: Int) {
    if start == nil {
      start = index
      firstLetter = letters.count
    }
    if LintLetters.isCapital(scalar) { capitals += 1 }
    let count = letters.count
    // A letter drawn out is kept twice: no word of the lists has one three times.
    let isDrawn =
      count - firstLetter >= 2 && letter > 0x39 && letters[count - 1] == letter
      && letters[count - 2] == letter
    if isDrawn { capitals -= LintLetters.isCapital(scalar) ? 1 : 0 } else { letters.append(letter) }
  }

  private mutating func close(at index: Int) {
    guard let from = start else { return }
    let range = firstLetter..<letters.count
    words.append(
      LintWord(
        scalars: from..<index, letters: range, clause: clause, hasApostrophe: hasApostrophe,
        isCapitals: range.count >= 2 && capitals == range.count,
        isNumber: (0x30...0x39).contains(letters[firstLetter]), isAddress: isAddress))
    start = nil
    hasApostrophe = false
    capitals = 0
  }

  private mutating func endClause(_ scalar: UInt32, at index: Int) {
    switch scalar {
    case 0x2C, 0x60C, 0x21, 0x3F, 0x3B, 0x61B, 0x61F, 0x2026, 0x3002, 0xFF0C: clause += 1
    case 0x2E:
      let next = index + 1 < scalars.count ? LintLetters.folded(scalars[index + 1]) : 0
      if next <= FoldTable.skipped { clause += 1 }
    case 0x0A, 0x0D: clause += 1
    default: break
    }
    if LintLetters.isSpace(scalar) { isAddress = isAddress(from: index + 1) }
  }

  /// Whether the run of signs from `index` to the next space is a link, an address or a handle.
  private func isAddress(from index: Int) -> Bool {
    var (last, before) = (UInt32(0), UInt32(0))
    for place in index..<scalars.count {
      let scalar = scalars[place]
      if LintLetters.isSpace(scalar) { return false }
      if scalar == 0x40 || scalar == 0xFF20 { return true }
      if scalar == 0x2F, last == 0x2F, before == 0x3A { return true }
      (before, last) = (last, scalar)
    }
    return false
  }
}

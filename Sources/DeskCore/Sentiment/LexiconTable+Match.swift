/// What the table knows about one word.
struct WordMatch {
  var marks: PerLane<UInt32> = .zero
  var hash: UInt64 = 0
  /// May open an expression with the next word.
  var opens = false
  /// Closes an expression, whose mark replaces that of the word before.
  var isExpression = false
}

extension LexiconTable {
  /// Looks up a word as written, without Arabic clitics, and as the end of an expression.
  @inline(__always)
  func match(_ word: WordBuffer, after opening: UInt64?) -> WordMatch {
    var match = WordMatch()
    match.hash = walk(word, from: 0, hash: Self.seed, into: &match.marks)
    if word.count > 3, word.letters[0] >= 0x620, word.letters[0] < 0x700 {
      addWithoutClitics(word, into: &match.marks)
    }
    if let opening {
      var pair = PerLane<UInt32>.zero
      _ = walk(word, from: 0, hash: Self.mix(opening, Self.joint), into: &pair)
      if pair != .zero {
        match.marks.replace(with: pair, where: pair .!= 0)
        match.isExpression = true
      }
    }
    match.opens = (match.marks & PerLane(repeating: WordMark.opens)) != .zero
    return match
  }

  /// Longer stems win over shorter ones and whole words over stems, language by language.
  @inline(__always)
  private func walk(
    _ word: WordBuffer, from start: Int, hash seed: UInt64,
    into marks: inout PerLane<UInt32>
  ) -> UInt64 {
    var hash = seed
    for index in start..<word.count {
      hash = Self.mix(hash, word.letters[index])
      let isLast = index == word.count - 1
      guard isLast || mayBeStem(hash), let slot = slot(of: hash) else { continue }
      let stem = stemMarks(at: slot)
      marks.replace(with: stem, where: stem .!= 0)
      guard isLast else { continue }
      let whole = exactMarks(at: slot)
      // A word that is only the opening of an expression has nothing to say against a stem.
      marks.replace(with: whole, where: (whole & PerLane(repeating: WordMark.known)) .!= 0)
      marks |= whole & PerLane(repeating: WordMark.opens)
    }
    return hash
  }

  /// Arabic writes `and`, `the`, `to` and the like onto the next word.
  private func addWithoutClitics(
    _ word: WordBuffer, into marks: inout PerLane<UInt32>
  ) {
    guard !WordMark(bits: marks[Lane.arabic.rawValue]).isKnown else { return }
    var start = 0
    let waw: UInt16 = 0x648
    let others: [UInt16] = [0x641, 0x628, 0x644, 0x643]
    if word.letters[0] == waw || others.contains(word.letters[0]) { start = 1 }
    let alef: UInt16 = 0x627
    let lam: UInt16 = 0x644
    if word.count - start > 4, word.letters[start] == alef, word.letters[start + 1] == lam {
      start += 2
    } else if start == 1, word.letters[0] == lam, word.letters[1] == lam {
      start = 2
    }
    guard start > 0, word.count - start >= 3 else { return }
    var found = PerLane<UInt32>.zero
    _ = walk(word, from: start, hash: Self.seed, into: &found)
    marks[Lane.arabic.rawValue] |= found[Lane.arabic.rawValue] & ~WordMark.opens
  }
}

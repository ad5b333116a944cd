/// What the table knows about one word.
struct WordMatch {
  var marks: PerLane<UInt32> = .zero
  var hash: UInt64 = 0
  /// Some lexicon knows it, or a stem of it.
  var isKnown = false
  /// May open an expression with the next word.
  var opens = false
  /// Closes an expression, whose mark replaces that of the word before.
  var isExpression = false
}

extension LexiconTable {
  /// Looks up a word as written, without Arabic clitics, and as the end of an expression.
  @inline(__always)
  func match(
    _ word: UnsafeBufferPointer<UInt16>, fold: FoldTable, after opening: UInt64?
  ) -> WordMatch {
    var match = WordMatch()
    match.hash = walk(word, fold, from: 0, hash: Self.seed, into: &match.marks, &match.isKnown)
    if word.count > 3, word[0] >= 0x620, word[0] < 0x700 {
      addWithoutClitics(word, fold, to: &match)
    }
    if let opening { addExpression(word, fold, after: opening, to: &match) }
    if match.isKnown {
      match.opens = (match.marks & PerLane(repeating: WordMark.opens)).wrappedSum() != 0
    }
    return match
  }

  @inline(never)
  private func addExpression(
    _ word: UnsafeBufferPointer<UInt16>, _ fold: FoldTable, after opening: UInt64,
    to match: inout WordMatch
  ) {
    var pair = PerLane<UInt32>.zero
    var isThere = false
    _ = walk(
      word, fold, from: 0, hash: Self.mix(opening, Self.joint), into: &pair, &isThere)
    guard isThere else { return }
    match.marks.replace(with: pair, where: pair .!= 0)
    match.isExpression = true
    match.isKnown = true
  }

  /// Longer stems win over shorter ones and whole words over stems, language by language.
  @inline(__always)
  private func walk(
    _ word: UnsafeBufferPointer<UInt16>, _ fold: FoldTable, from start: Int, hash seed: UInt64,
    into marks: inout PerLane<UInt32>, _ isKnown: inout Bool
  ) -> UInt64 {
    let count = word.count
    guard start < count else { return seed }
    var hash = seed
    var index = start
    // Stems of one or two letters are few, and are asked for letter by letter.
    let short = min(count - 1, start + Self.opening - 1)
    while index < short {
      hash = Self.mix(hash, fold[UInt32(word[index])])
      index += 1
      if mayBeStem(hash) { addStem(of: hash, to: &marks, &isKnown) }
    }
    if index < count - 1 {
      hash = Self.mix(hash, fold[UInt32(word[index])])
      index += 1
      // The first three letters tell how long the stems are that go on with them: mostly none is.
      var lengths = stemLengths(hash)
      while lengths != 0 {
        let end = start + lengths.trailingZeroBitCount
        guard end < count else { break }
        lengths &= lengths &- 1
        hash = run(word, fold, index..<end, hash)
        index = end
        addStem(of: hash, to: &marks, &isKnown)
      }
    }
    hash = run(word, fold, index..<count, hash)
    if let slot = slot(of: hash) {
      addWhole(at: slot, to: &marks)
      isKnown = true
    }
    return hash
  }

  /// The hash after some more letters.
  @inline(__always)
  private func run(
    _ word: UnsafeBufferPointer<UInt16>, _ fold: FoldTable, _ range: Range<Int>, _ hash: UInt64
  ) -> UInt64 {
    var hash = hash
    for index in range { hash = Self.mix(hash, fold[UInt32(word[index])]) }
    return hash
  }

  @inline(__always)
  private func addStem(of hash: UInt64, to marks: inout PerLane<UInt32>, _ isKnown: inout Bool) {
    // A whole word may begin another; it is not its stem.
    guard let slot = slot(of: hash), stemMarks(at: slot).wrappedSum() != 0 else { return }
    addStem(at: slot, to: &marks)
    isKnown = true
  }

  /// Masks are made by arithmetic: it is done in all lanes at once, comparing lanes is not.
  @inline(__always)
  private func addStem(at slot: Int, to marks: inout PerLane<UInt32>) {
    let stem = stemMarks(at: slot)
    let isThere = PerLane<UInt32>.zero &- ((stem | (PerLane<UInt32>.zero &- stem)) &>> 31)
    marks = (marks & ~isThere) | stem
  }

  @inline(__always)
  private func addWhole(at slot: Int, to marks: inout PerLane<UInt32>) {
    addStem(at: slot, to: &marks)
    let whole = exactMarks(at: slot)
    // A word that is only the opening of an expression has nothing to say against a stem.
    let isKnown = PerLane<UInt32>.zero &- ((whole &>> 13) & PerLane(repeating: 1))
    marks = (marks & ~isKnown) | (whole & (isKnown | PerLane(repeating: WordMark.opens)))
  }

  /// Arabic writes `and`, `the`, `to` and the like onto the next word.
  @inline(never)
  private func addWithoutClitics(
    _ word: UnsafeBufferPointer<UInt16>, _ fold: FoldTable, to match: inout WordMatch
  ) {
    guard !WordMark(bits: match.marks[Lane.arabic.rawValue]).isKnown else { return }
    var start = 0
    let waw: UInt16 = 0x648
    let first = fold[UInt32(word[0])]
    let second = fold[UInt32(word[1])]
    let third = fold[UInt32(word[2])]
    let isJoined =
      first == waw || first == 0x641 || first == 0x628 || first == 0x644 || first == 0x643
    if isJoined { start = 1 }
    let alef: UInt16 = 0x627
    let lam: UInt16 = 0x644
    let isNamed = start == 1 ? second == alef && third == lam : first == alef && second == lam
    if word.count - start > 4, isNamed {
      start += 2
    } else if start == 1, first == lam, second == lam {
      start = 2
    }
    guard start > 0, word.count - start >= 3 else { return }
    var found = PerLane<UInt32>.zero
    _ = walk(word, fold, from: start, hash: Self.seed, into: &found, &match.isKnown)
    match.marks[Lane.arabic.rawValue] |= found[Lane.arabic.rawValue] & ~WordMark.opens
  }
}

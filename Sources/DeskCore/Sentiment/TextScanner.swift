/// Walks a text once over its UTF-8: words, symbols, marks of emphasis and evidence of language.
struct TextScanner {
  /// What a mention never needs: longer texts are read up to here, so that time stays bounded.
  static let byteLimit = 20_000

  private let table: LexiconTable
  private let fold: FoldTable
  private var scan = TextScan()
  private var word = WordBuffer()
  private var opensSentence = true
  private var isInHashtag = false
  private var skip = Skip.nothing
  /// The hash of the word before, if it may open an expression.
  private var opening: UInt64?
  private var brackets = 0
  private var lastSymbol: UInt32 = 0

  private enum Skip { case nothing, handle, address }

  static func scan(_ text: String, table: LexiconTable, fold: FoldTable) -> TextScan {
    var scanner = TextScanner(table: table, fold: fold)
    scanner.walk(text)
    return scanner.scan
  }

  private init(table: LexiconTable, fold: FoldTable) {
    self.table = table
    self.fold = fold
  }

  private mutating func walk(_ text: String) {
    let bytes = text.utf8.span
    let end = min(bytes.count, Self.byteLimit)
    scan.words.reserveCapacity(min(end / 5 + 2, 256))
    var offset = 0
    while offset < end {
      let lead = UInt32(bytes[offset])
      let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
      // Strings are valid UTF-8, so only the limit can cut a scalar.
      guard offset + length <= end else { break }
      var scalar = length == 1 ? lead : lead & (0x7F >> UInt32(length))
      for step in 1..<max(length, 1) { scalar = scalar << 6 | UInt32(bytes[offset + step]) & 0x3F }
      take(scalar, at: offset)
      offset += length
    }
    finishWord(at: offset)
  }

  @inline(__always)
  private mutating func take(_ scalar: UInt32, at offset: Int) {
    let letter = fold[scalar]
    if skip != .nothing, isSkipped(scalar, letter: letter) { return }
    if letter > FoldTable.skipped {
      takeLetter(scalar, letter: letter, at: offset)
    } else if letter == FoldTable.separator {
      takeSeparator(scalar, at: offset)
    }
  }

  private mutating func isSkipped(_ scalar: UInt32, letter: UInt16) -> Bool {
    let isSpace = scalar <= 0x20
    // A second @ is a handle with its server, which reads like an address.
    if skip == .handle, scalar == 0x40 { skip = .address }
    let continues =
      switch skip {
      case .nothing: false
      case .address: !isSpace
      case .handle: letter > 0 || scalar == 0x5F
      }
    if !continues { skip = .nothing }
    return continues
  }

  @inline(__always)
  private mutating func takeLetter(_ scalar: UInt32, letter: UInt16, at offset: Int) {
    if letter == FoldTable.apostrophe, word.isEmpty { return }
    let isUpper = letter != scalar && scalar < 0x590 && letter != FoldTable.apostrophe
    if isInHashtag, isUpper, !word.isEmpty, !word.lastWasUpper { finishWord(at: offset) }
    if letter > 0x39 {
      scan.evidence.count(letter: scalar)
      if scalar < 0x590 { scan.casedLetters += 1 }
      if isUpper { scan.upperLetters += 1 }
    }
    word.append(letter, isUpper: isUpper, at: offset)
    lastSymbol = 0
  }

  private mutating func takeSeparator(_ scalar: UInt32, at offset: Int) {
    // Drawn-out letters are cut to two, so `www` arrives as `ww`.
    let isAddress =
      (scalar == 0x3A && (word.isWord("http") || word.isWord("https")))
      || (scalar == 0x2E && word.isWord("ww"))
    if isAddress {
      scan.evidence.latin -= word.total
      word.clear()
      skip = .address
      return
    }
    finishWord(at: offset)
    if scalar == 0x20 {
      isInHashtag = false
      return
    }
    takeSymbol(scalar, at: offset)
    lastSymbol = scalar
  }

  private mutating func takeSymbol(_ scalar: UInt32, at offset: Int) {
    switch scalar {
    case 0x21, 0xFF01, 0x203C: endSentence { $0.exclamations += 1 }
    case 0x3F, 0x61F, 0xFF1F, 0x2047: endSentence { $0.questions += 1 }
    case 0x2E, 0x3B, 0x61B, 0x2026, 0x0A, 0x0D: endSentence { _ in }
    case 0x40: skip = .handle
    case 0x23: isInHashtag = true
    case 0x28, 0x29: takeBracket(scalar, at: offset)
    case 0x2190...: lookUpSymbol(scalar, at: offset, length: scalar < 0x1_0000 ? 3 : 4)
    default: break
    }
    opening = nil
  }

  private mutating func endSentence(_ change: (inout TextScan) -> Void) {
    change(&scan)
    opensSentence = true
    isInHashtag = false
  }

  /// Smiles and frowns: `:)`, and the doubled brackets that stand for them in Cyrillic chat.
  private mutating func takeBracket(_ scalar: UInt32, at offset: Int) {
    let afterEyes = lastSymbol == 0x3A || lastSymbol == 0x3B || lastSymbol == 0x2D
    let isDoubled = lastSymbol == scalar
    let isOpening = scalar == 0x28
    brackets = max(0, brackets + (isOpening ? 1 : -1))
    guard afterEyes || isDoubled else { return }
    lookUpSymbol(isOpening ? 0x1F641 : 0x1F642, at: offset, length: 1)
  }

  private mutating func lookUpSymbol(_ scalar: UInt32, at offset: Int, length: Int) {
    guard let slot = table.slot(of: LexiconTable.symbolHash(scalar)) else { return }
    scan.words.append(
      ScannedWord(
        marks: table.exactMarks(at: slot), start: Int32(offset), end: Int32(offset + length),
        isEmphatic: false, opensSentence: false))
  }

  @inline(__always)
  private mutating func finishWord(at offset: Int) {
    if !word.isEmpty { closeWord(at: offset) }
  }

  private mutating func closeWord(at offset: Int) {
    if word.hasApostrophe { closeApostrophes() }
    var match = match()
    if word.isElongated, !match.isKnown, word.squeeze() { match = self.match() }
    var start = Int32(word.start)
    if match.isExpression, let last = scan.words.indices.last {
      scan.words[last].marks = .zero
      start = scan.words[last].start
    }
    opening = match.opens ? match.hash : nil
    scan.evidence.count(marks: match.marks)
    scan.words.append(
      ScannedWord(
        marks: match.marks, start: start, end: Int32(offset),
        isEmphatic: word.isElongated || word.isShouted, opensSentence: opensSentence))
    opensSentence = false
    word.clear()
  }

  private func match() -> WordMatch {
    word.letters.span.extracting(first: word.count).withUnsafeBufferPointer {
      table.match($0, fold: fold, after: opening)
    }
  }

  /// `oʻ` and `gʻ` inside a word prove Uzbek; `dog's` does not.
  private mutating func closeApostrophes() {
    word.trimApostrophes()
    for index in 1..<max(1, word.count - 1)
    where word.letters[index] == FoldTable.apostrophe && word.letters[index + 1] != 0x73 {
      let before = word.letters[index - 1]
      if before == 0x6F || before == 0x67 {
        scan.evidence.add(LanguageEvidence.wordPoints, to: .uzbek)
      }
    }
  }
}

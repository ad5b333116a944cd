/// Looks the words of a cut text up in the lexicons and adds up what they say.
enum LexiconSigns {
  /// Fills the scan of the workspace, one entry for each token, and its sums.
  static func read(
    _ workspace: inout MoodWorkspace, lane: Lane?, table: LexiconTable, fold: FoldTable
  ) {
    workspace.lane = lane
    workspace.scan.words.removeAll(keepingCapacity: true)
    workspace.scan.exclamations = workspace.text.exclamations
    workspace.scan.questions = workspace.text.questions
    workspace.scan.upperLetters = workspace.text.upperLetters
    workspace.scan.casedLetters = workspace.text.casedLetters
    var opening: UInt64?
    for index in workspace.text.tokens.indices {
      let token = workspace.text.tokens[index]
      switch token.kind {
      case .word:
        opening = takeWord(token, after: opening, in: &workspace, table: table, fold: fold)
      case .symbol:
        add(token, marks: symbolMarks(token.scalar, table), to: &workspace.scan)
        opening = nil
      case .marks:
        add(token, marks: faceMarks(token, workspace.text.letters, table), to: &workspace.scan)
        opening = nil
      case .handle, .link:
        add(token, marks: .zero, to: &workspace.scan)
        opening = nil
      }
    }
    workspace.sums = MoodScorer.score(&workspace.scan, lane: lane)
  }

  private static func takeWord(
    _ token: MoodToken, after opening: UInt64?, in workspace: inout MoodWorkspace,
    table: LexiconTable, fold: FoldTable
  ) -> UInt64? {
    var word = WordBuffer()
    word.fill(
      workspace.text.letters.span, Int(token.start)..<Int(token.end), fold: fold)
    var match = table.match(word, after: opening)
    if token.isDrawnOut, match.marks == .zero, word.squeeze() {
      match = table.match(word, after: opening)
    }
    if match.isExpression, let last = workspace.scan.words.indices.last {
      workspace.scan.words[last].marks = .zero
    }
    add(token, marks: match.marks, to: &workspace.scan)
    return match.opens ? match.hash : nil
  }

  @inline(__always)
  private static func add(_ token: MoodToken, marks: PerLane<UInt32>, to scan: inout TextScan) {
    scan.words.append(
      ScannedWord(
        marks: marks, start: token.byteStart, end: token.byteEnd,
        isEmphatic: token.isShouted || token.isDrawnOut, opensSentence: token.opensSentence))
  }

  private static func symbolMarks(_ scalar: UInt32, _ table: LexiconTable) -> PerLane<UInt32> {
    guard let slot = table.slot(of: LexiconTable.symbolHash(scalar)) else { return .zero }
    return table.exactMarks(at: slot)
  }

  /// Smiles and frowns: `:)`, and the doubled brackets that stand for them in Cyrillic chat.
  private static func faceMarks(
    _ token: MoodToken, _ letters: [UInt16], _ table: LexiconTable
  ) -> PerLane<UInt32> {
    guard token.end - token.start >= 2 else { return .zero }
    let last = letters[Int(token.end) - 1]
    guard last == 0x29 || last == 0x28 else { return .zero }
    let before = letters[Int(token.end) - 2]
    guard before == last || before == 0x3A || before == 0x3B || before == 0x2D else {
      return .zero
    }
    return symbolMarks(last == 0x28 ? 0x1F641 : 0x1F642, table)
  }
}

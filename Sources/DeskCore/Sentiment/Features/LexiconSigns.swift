/// Looks the words of a cut text up in the lexicons and adds up what they say.
enum LexiconSigns {
  /// Fills the signs of the workspace, one for each token, and its sums.
  static func read(
    _ workspace: inout MoodWorkspace, lane: Lane?, table: LexiconTable, fold: FoldTable
  ) {
    let text = workspace.text
    let signs = UnsafeMutableBufferPointer(rebasing: workspace.signs[..<text.tokenEnd])
    var opening: UInt64?
    for index in signs.indices {
      let token = text.tokens[index]
      var sign = SignWord(
        mark: 0, isEmphatic: token.isShouted || token.isDrawnOut,
        opensSentence: token.opensSentence)
      switch token.kind {
      case .word:
        let match = match(
          token, text, after: opening, room: workspace.spelling, table: table, fold: fold)
        if match.isExpression, index > 0 { signs[index - 1].mark = 0 }
        opening = match.opens ? match.hash : nil
        if match.isKnown { sign.mark = MoodScorer.mark(of: match.marks, lane: lane).bits }
      case .symbol:
        sign.mark = MoodScorer.mark(of: symbolMarks(token.scalar, table), lane: lane).bits
        opening = nil
      case .marks:
        let marks = faceMarks(token, text.letters, table)
        sign.mark = MoodScorer.mark(of: marks, lane: lane).bits
        opening = nil
      case .handle, .link:
        opening = nil
      }
      signs[index] = sign
    }
    workspace.sums = MoodScorer.score(signs, isLoud: text.isLoud)
    workspace.sums.exclamations = text.exclamations
    workspace.sums.questions = text.questions
  }

  @inline(__always)
  private static func match(
    _ token: MoodToken, _ text: MoodText, after opening: UInt64?,
    room: UnsafeMutableBufferPointer<UInt16>, table: LexiconTable, fold: FoldTable
  ) -> WordMatch {
    let start = Int(token.start)
    var count = Int(token.end) - start
    let letters = UnsafeBufferPointer(rebasing: text.letters[start..<(start + count)])
    let match = table.match(letters, fold: fold, after: opening)
    guard token.isDrawnOut, !match.isKnown else { return match }
    for index in 0..<count { room[index] = letters[index] }
    guard squeeze(room, &count) else { return match }
    return table.match(UnsafeBufferPointer(rebasing: room[..<count]), fold: fold, after: opening)
  }

  /// Drops the second of each pair, for words drawn out as in `sooo`; true if anything was dropped.
  private static func squeeze(
    _ letters: UnsafeMutableBufferPointer<UInt16>, _ count: inout Int
  ) -> Bool {
    var kept = 0
    for index in 0..<count where kept == 0 || letters[kept - 1] != letters[index] {
      letters[kept] = letters[index]
      kept += 1
    }
    defer { count = kept }
    return kept < count
  }

  private static func symbolMarks(_ scalar: UInt32, _ table: LexiconTable) -> PerLane<UInt32> {
    guard let slot = table.slot(of: LexiconTable.symbolHash(scalar)) else { return .zero }
    return table.exactMarks(at: slot)
  }

  /// Smiles and frowns: `:)`, and the doubled brackets that stand for them in Cyrillic chat.
  private static func faceMarks(
    _ token: MoodToken, _ letters: UnsafeMutableBufferPointer<UInt16>, _ table: LexiconTable
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

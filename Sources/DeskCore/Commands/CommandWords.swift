/// A line of a command cut into words: at spaces, with `"…"` for one word and `\` before a sign in it.
public struct CommandWords: Hashable, Sendable {
  /// The words; a remark after `#` at the start of a word is left out.
  public let words: [String]

  /// Cuts a line; nil when a quote is not closed.
  public init?(_ line: some StringProtocol) {
    var words: [String] = []
    var word: String?
    var (isQuoted, isEscaped) = (false, false)
    scan: for character in line {
      switch character {
      case _ where isEscaped:
        word = (word ?? "") + String(character)
        isEscaped = false
      case "\\" where isQuoted: isEscaped = true
      case "\"":
        isQuoted.toggle()
        word = word ?? ""
      case "#" where !isQuoted && word == nil: break scan
      case _ where character.isWhitespace && !isQuoted:
        if let done = word { words.append(done) }
        word = nil
      default: word = (word ?? "") + String(character)
      }
    }
    guard !isQuoted else { return nil }
    if let done = word { words.append(done) }
    self.words = words
  }
}

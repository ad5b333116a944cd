/// The file of a saved reply: headers, then a line `--- tag` before the text of each language.
///
/// ```
/// title: Parcel is late
/// owner: ana
/// approver: lee
/// level: watch
/// expires: 2026-12-31
/// keywords: courier delay
///
/// --- en
/// Hello {name}, …
/// ```
///
/// `title` and `owner` must be there. A line of headers that begins with `#` is a remark.
public struct SavedReplyFile: Hashable, Sendable {
  /// The reply; nil when the file has a mistake.
  public let reply: SavedReply?
  /// Every mistake, in the order of the lines.
  public let problems: [SavedReplyProblem]

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - text: what is in it.
  ///   - id: what the reply is called.
  ///   - file: how the problems name the file.
  ///   - variables: the variables that texts may use.
  ///   - offset: seconds east of Greenwich at an instant; a reply can be used to the end of its day.
  public init(
    _ text: String, id: SavedReplyID, file: String,
    variables: Set<String> = ReplyVariables.known, offset: (Timestamp) -> Int = { _ in 0 }
  ) {
    var parser = SavedReplyParser(file: file, variables: variables)
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() { parser.take(line, number: index + 1) }
    parser.finish(lineCount: lines.count)
    let made = parser.reply(id: id, offset: offset)
    problems = parser.problems.sorted { $0.line < $1.line }
    reply = problems.isEmpty ? made : nil
  }
}

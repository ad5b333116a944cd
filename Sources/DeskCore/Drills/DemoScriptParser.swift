/// Reads a demo script line by line and checks what one line says about the others.
struct DemoScriptParser {
  private(set) var script = DemoScript(mentions: [], posts: [])
  private var mentionIDs: Set<String> = []
  private var postIDs: Set<String> = []

  mutating func take(_ line: Substring, number: Int) throws(DemoScriptError) {
    guard !line.isEmpty, !line.hasPrefix("#") else { return }
    let row = Row(
      line: number, fields: line.split(separator: "\t", omittingEmptySubsequences: false))
    switch row.fields[0] {
    case "mention": try takeMention(row)
    case "post": try takePost(row)
    default: throw row.error(.unknownKind(String(row.fields[0])))
    }
  }

  private mutating func takeMention(_ row: Row) throws(DemoScriptError) {
    try row.expectCount(10)
    let mention = DemoMention(
      offset: try row.number(1, "offset"), id: try row.text(2, "id"),
      handle: try row.text(3, "handle"), displayName: try row.text(4, "name"),
      followers: try row.count(5, "followers"), accountAgeDays: try row.count(6, "account age"),
      language: Language(rawValue: try row.text(7, "language")),
      inReplyTo: row.fields[8] == "-" ? nil : try row.text(8, "in reply to"),
      text: try row.text(9, "text"))
    if let last = script.mentions.last, last.offset > mention.offset {
      throw row.error(.outOfOrder)
    }
    if let parent = mention.inReplyTo, !mentionIDs.contains(parent) {
      throw row.error(.unknownReply(id: parent))
    }
    guard mentionIDs.insert(mention.id).inserted else {
      throw row.error(.duplicate(id: mention.id))
    }
    script.mentions.append(mention)
  }

  private mutating func takePost(_ row: Row) throws(DemoScriptError) {
    try row.expectCount(5)
    let post = DemoPost(
      offset: try row.number(1, "due"), id: try row.text(2, "id"),
      language: Language(rawValue: try row.text(3, "language")), text: try row.text(4, "text"))
    guard postIDs.insert(post.id).inserted else { throw row.error(.duplicate(id: post.id)) }
    script.posts.append(post)
  }
}

extension DemoScriptParser {
  /// The fields of one line, read with the number of the line at hand.
  private struct Row {
    var line: Int
    var fields: [Substring]

    func error(_ problem: DemoScriptError.Problem) -> DemoScriptError {
      DemoScriptError(line: line, problem: problem)
    }

    func expectCount(_ expected: Int) throws(DemoScriptError) {
      guard fields.count == expected else {
        throw error(.fieldCount(expected: expected, found: fields.count))
      }
    }

    func text(_ index: Int, _ field: String) throws(DemoScriptError) -> String {
      guard !fields[index].isEmpty else { throw error(.empty(field: field)) }
      return fields[index].split(separator: "\\n", omittingEmptySubsequences: false)
        .joined(separator: "\n")
    }

    func number(_ index: Int, _ field: String) throws(DemoScriptError) -> Double {
      guard let number = Double(fields[index]), number.isFinite else {
        throw error(.notANumber(field: field, value: String(fields[index])))
      }
      return number
    }

    func count(_ index: Int, _ field: String) throws(DemoScriptError) -> Int {
      guard let number = Int(fields[index]), number >= 0 else {
        throw error(.notANumber(field: field, value: String(fields[index])))
      }
      return number
    }
  }
}

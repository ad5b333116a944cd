/// An order, account or booking that is named in public must lead to a private channel.
enum PrivateMove {
  static func findings(
    in text: LintText, words: WordRules, known: [Finding], context: LintContext
  ) -> [Finding] {
    guard context.isPublic, words.canRead else { return [] }
    let records = RecordNumber.ranges(in: text, hits: words.hits).map { text.utf8(of: $0) }
      .filter { record in !known.contains { $0.range?.overlaps(record) == true } }
    var found = records.map { finding($0, .recordInReply) }
    if records.isEmpty, !words.says(.privately), namesRecord(context.mention) {
      found.append(finding(nil, .recordInMention))
    }
    return found
  }

  private static func namesRecord(_ mention: String) -> Bool {
    guard !mention.isEmpty else { return false }
    return !RecordNumber.texts(in: mention).isEmpty
  }

  private static func finding(_ range: Range<Int>?, _ reason: LintReason) -> Finding {
    Finding(range: range, rule: .privateChannel, severity: .warning, reason: reason)
  }
}

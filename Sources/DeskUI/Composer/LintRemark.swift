import DeskCore

/// One thing the lint says of an answer, with the words it is about.
struct LintRemark: Hashable, Sendable {
  let reason: LintReason
  /// The words in the text; empty when it is about the whole, or about what is missing.
  let words: String
}

extension ComposerState {
  /// What keeps the answer from going, or should be looked at before it goes.
  func findings() -> [Finding] {
    // Who was written to in one of the six languages may be answered in another of them.
    let asked = target.mood.language
    let context = LintContext(
      language: ReplyLint.reads(asked) ? nil : asked, intent: target.mood.intent,
      isPublic: !isDirect, ruler: ruler,
      mention: target.incoming.text)
    return ReplyLint.findings(in: text, context: context).filter { finding in
      // The length is told while typing; without a list of hosts no host is off it.
      finding.severity > .advice && finding.rule != .length && finding.reason != .unknownHost
    }
  }

  /// Findings as remarks, each kind once.
  func remarks(on findings: [Finding]) -> [LintRemark] {
    var seen: Set<LintReason> = []
    return findings.filter { seen.insert($0.reason).inserted }.map { finding in
      LintRemark(
        reason: finding.reason, words: finding.place(in: text).map { String(text[$0]) } ?? "")
    }
  }
}

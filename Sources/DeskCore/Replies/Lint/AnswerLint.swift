/// How a desk reads its answers before they go: the screen asks it to warn, and the decision asks it
/// again, so that no client can leave it out.
public struct AnswerLint: Hashable, Sendable {
  /// Hosts that answers may link to, with all hosts below them; `*.brand.example` means those below
  /// alone. Without any, no host is off the list.
  public var allowedHosts: [String]
  /// How people reach the desk outside the platform; it is no personal data, and its form may be
  /// linked to.
  public var contact: ContactCard

  /// Makes a lint; without arguments it knows no hosts and no contacts.
  public init(allowedHosts: [String] = [], contact: ContactCard = ContactCard()) {
    self.allowedHosts = allowedHosts
    self.contact = contact
  }

  /// What keeps `text` from going to the author of `mention`, or should be looked at first.
  ///
  /// - Parameters:
  ///   - text: as typed, without the name that the platform may need before it.
  ///   - isPublic: whether everybody can read the answer.
  ///   - ruler: how the account's platform counts. A text that is too long is told elsewhere.
  public func findings(
    in text: String, to mention: Mention, isPublic: Bool, ruler: TextRuler
  ) -> [Finding] {
    // Who was written to in one of the six languages may be answered in another of them.
    let asked = mention.mood.language
    let context = LintContext(
      language: ReplyLint.reads(asked) ? nil : asked, intent: mention.mood.intent,
      isPublic: isPublic, ruler: ruler, mention: mention.incoming.text,
      allowedHosts: allowedHosts.isEmpty
        ? [] : allowedHosts + [contact.formHost].compactMap(\.self),
      ownContacts: contact.own)
    return ReplyLint.findings(in: text, context: context).filter { finding in
      finding.severity > .advice && finding.rule != .length
        && (finding.reason != .unknownHost || !allowedHosts.isEmpty)
    }
  }
}

/// One thing the lint says of an answer, with the words it is about.
public struct LintRemark: Hashable, Codable, Sendable {
  /// Why.
  public let reason: LintReason
  /// The words in the text; empty when it is about the whole, or about what is missing.
  public let words: String
  /// The first of these words' characters in the text, from 1; nil without a place.
  public let character: Int?

  /// Makes a remark.
  public init(reason: LintReason, words: String, character: Int? = nil) {
    self.reason = reason
    self.words = words
    self.character = character
  }

  /// Findings in `text` as remarks, each reason once, in the order of their places.
  public static func remarks(on findings: [Finding], in text: String) -> [LintRemark] {
    var seen: Set<LintReason> = []
    return findings.filter { seen.insert($0.reason).inserted }.map { finding in
      let place = finding.place(in: text)
      return LintRemark(
        reason: finding.reason, words: place.map { String(text[$0]) } ?? "",
        character: place.map { text.distance(from: text.startIndex, to: $0.lowerBound) + 1 })
    }
  }
}

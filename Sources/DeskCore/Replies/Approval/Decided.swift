/// What was true when a person decided to send something; stored with it, compared by the gate.
public struct Decided: Hashable, Sendable {
  /// The digest of the content then; empty when an older desk decided it.
  public var digest: String
  /// The author's role then.
  public var role: Role
  /// How many approvals it needs, by level.
  public var need: ApprovalNeed
  /// Until when the last yes lets it leave by itself; nil when nobody is asked.
  public var approveBy: Timestamp?
  /// The conversation as its writer saw it; nil for what answers nobody.
  public var seen: ConversationMark?
  /// The item that must have been sent before this one may leave; nil when none must.
  public var after: OutgoingID?

  /// Makes a record of a decision.
  public init(
    digest: String, role: Role = .lead, need: ApprovalNeed = .none, approveBy: Timestamp? = nil,
    seen: ConversationMark? = nil, after: OutgoingID? = nil
  ) {
    self.digest = digest
    self.role = role
    self.need = need
    self.approveBy = approveBy
    self.seen = seen
    self.after = after
  }

  /// Makes a record that freezes `content` as it is.
  public init(freezing content: Outgoing) { self.init(digest: content.digest) }
}

extension Outgoing {
  /// SHA-256 over everything that makes it this message and no other, 64 hexadecimal digits: kind,
  /// account, recipient, target, visibility, language, text and tag, each with its length before it.
  public var digest: String {
    // Nothing and an empty word are not the same, so what is there has a mark before it.
    func mark(_ value: String?) -> String { value.map { "+" + $0 } ?? "" }
    var fields = [
      kind.rawValue, account.rawValue, mark(mention?.description), mark(targetNative),
      mark(recipient), visibility.rawValue, mark(language?.rawValue), text,
    ]
    // A pause over a tag must not be got round by taking the tag away.
    if let tag { fields.append(mark(tag)) }
    var bytes: [UInt8] = []
    for field in fields {
      bytes += "\(field.utf8.count):".utf8
      bytes += field.utf8
    }
    return SHA256.hexadecimal(of: bytes)
  }
}

/// Where a conversation with one person stands; what it says later than this, the writer of an
/// answer has not seen.
public struct ConversationMark: Hashable, Codable, Sendable {
  /// The version of the mention that is answered.
  public var version: Int
  /// The newest message of the person in this conversation, by number.
  public var theirs: Int64
  /// How many answers to this person in it are not the writer's: sent or perhaps sent by other
  /// seats, or written outside the desk.
  public var ours: Int

  /// Makes a mark.
  public init(version: Int, theirs: Int64, ours: Int) {
    self.version = version
    self.theirs = theirs
    self.ours = ours
  }
}

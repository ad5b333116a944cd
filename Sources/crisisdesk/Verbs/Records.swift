import DeskCore

/// A mention as the verbs print it with `--json`; `id` is what the other verbs take.
struct MentionRecord: Encodable {
  let id: Int64
  let platform: String
  let account: String
  let author: String
  let followers: Int?
  let text: String
  let createdAt: String
  let seenAt: String
  let dueAt: String?
  let held: String?
  let heldSince: String?
  let state: String
  let language: String
  let sentiment: String
  let intent: String
  let url: String?
  let claimedBy: String?

  init(_ mention: Mention) {
    id = mention.id.rawValue
    platform = mention.incoming.platform.rawValue
    account = mention.incoming.key.account.rawValue
    author = mention.incoming.author.handle
    followers = mention.incoming.author.followers
    text = mention.incoming.text
    createdAt = mention.incoming.createdAt.rfc3339
    seenAt = mention.seenAt.rfc3339
    dueAt = mention.hold == nil ? mention.dueAt.rfc3339 : nil
    held = mention.hold?.reason.rawValue
    heldSince = mention.hold?.since.rfc3339
    state = String(describing: mention.state)
    language = mention.mood.language.rawValue
    sentiment = mention.mood.sentiment.name
    intent = mention.mood.intent.name
    url = mention.incoming.url
    claimedBy = mention.claim?.seat.rawValue
  }

  private enum CodingKeys: String, CodingKey {
    case id, platform, account, author, followers, text, state, language, sentiment, intent, url
    case held
    case heldSince = "held_since"
    case createdAt = "created_at"
    case seenAt = "seen_at"
    case dueAt = "due_at"
    case claimedBy = "claimed_by"
  }
}

/// An outgoing item as the verbs print it.
struct ItemRecord: Encodable {
  let id: Int64
  let kind: String
  let account: String
  let state: String
  let dueAt: String
  let text: String
  let mention: Int64?
  let detail: String
  let author: String
  let digest: String
  let approvers: [String]
  let tag: String?
  let series: Int64?

  init(_ item: OutgoingItem) {
    id = item.id.rawValue
    kind = item.content.kind.rawValue
    account = item.content.account.rawValue
    state = item.state.rawValue
    dueAt = item.dueAt.rfc3339
    text = item.content.text
    mention = item.content.mention?.rawValue
    detail = item.detail
    author = item.author.rawValue
    digest = item.decided.digest
    approvers = item.approvers.map(\.rawValue).sorted()
    tag = item.content.tag
    series = item.content.series?.rawValue
  }

  private enum CodingKeys: String, CodingKey {
    case id, kind, account, state, text, mention, detail, author, digest, approvers, tag, series
    case dueAt = "due_at"
  }
}

/// An audit entry as the verbs print it.
struct AuditRecord: Encodable {
  let id: Int64
  let at: String
  let by: String
  let action: String
  let subject: String
  let detail: String
  let hash: String

  init(_ entry: AuditEntry) {
    id = entry.sequence
    at = entry.at.rfc3339
    by = entry.seat.rawValue
    action = entry.action
    subject = entry.subject
    detail = entry.detail
    hash = entry.hash
  }
}

import DeskCore

extension MastodonStatus {
  /// The post as plain text: the warning, the content, and what each attachment shows.
  var plainText: String {
    var parts: [String] = []
    if !warning.isEmpty { parts.append(HTMLText.plain(warning)) }
    let body = HTMLText.plain(content)
    if !body.isEmpty { parts.append(body) }
    let shown = attachments.map { attachment in
      let words = (attachment.description ?? "").trimmed
      let type = attachment.type ?? "attachment"
      return words.isEmpty ? "[\(type)]" : "[\(type): \(words)]"
    }
    if !shown.isEmpty { parts.append(shown.joined(separator: "\n")) }
    return parts.joined(separator: "\n\n")
  }

  /// The post as the desk takes it in; `now` stands for a date the server does not tell.
  func mention(account desk: AccountID, me: String?, now: Timestamp) -> IncomingMention {
    IncomingMention(
      key: MentionKey(account: desk, native: id), platform: .mastodon,
      author: Author(
        handle: account.acct, name: account.name, followers: account.followers,
        accountCreatedAt: account.createdAt, isAutomated: account.isBot),
      text: plainText, createdAt: createdAt ?? now,
      url: address.flatMap { HTMLTag.isWebAddress($0) ? $0 : nil }, inReplyTo: inReplyTo,
      languageHint: language.map { Language(rawValue: $0) },
      visibility: Visibility(mastodon: visibility), isOwn: account.id == me)
  }
}

extension Visibility {
  /// Reads the platform's word; an unknown one counts as the narrowest.
  init(mastodon word: String) {
    switch word {
    case "public", "local": self = .public
    case "unlisted": self = .unlisted
    case "private", "followers_only", "mutuals_only", "limited": self = .followers
    default: self = .direct
    }
  }

  /// The platform's word.
  var mastodon: String {
    switch self {
    case .public: "public"
    case .unlisted: "unlisted"
    case .followers: "private"
    case .direct: "direct"
    }
  }
}

/// What the desk wants to hear of besides messages to the brand.
struct MastodonWatch: Sendable {
  let words: [String]
  let tags: Set<String>

  init(settings: MastodonSettings) {
    words = settings.words.map { $0.trimmed.lowercased() }.filter { !$0.isEmpty }
    tags = Set(settings.tagNames.map { $0.lowercased() })
  }

  /// Whether a text contains one of the words, in any case and inside other words too: many
  /// languages join what belongs together, and some write no spaces.
  func matches(_ text: String) -> Bool {
    guard !words.isEmpty else { return false }
    let folded = text.lowercased()
    return words.contains { folded.contains($0) }
  }

  /// Whether a post carries one of the hashtags.
  func matches(tagsOf status: MastodonStatus) -> Bool {
    status.tags.contains { tags.contains(($0.name ?? "").lowercased()) }
  }
}

import DeskCore

@testable import DeskUI

/// Invented mentions, posts and numbers for screens under test.
enum Fixtures {
  /// 2026-03-14T10:30:00Z.
  static let now = Timestamp(seconds: 1_773_484_200)
  static let ana = Seat("ana")
  static let accountID = AccountID("main")
  static let account = DeskAccount(
    account: Account(id: accountID, platform: .mastodon, handle: "kettle"),
    ruler: .mastodon, capabilities: [.mentions, .live, .reply, .directReply, .post, .deleteOwn])

  static let texts: [(text: String, language: String, sentiment: Sentiment, intent: Intent)] = [
    (
      "My kettle caught fire this morning and nobody answers the phone", "en", .negative, .complaint
    ),
    ("الغلاية الجديدة تسرب الماء منذ اليوم الأول", "ar", .negative, .complaint),
    ("چطور می‌توانم گارانتی را فعال کنم؟", "fa", .neutral, .question),
    ("Choynak juda yaxshi ishlayapti, rahmat!", "uz", .positive, .praise),
    ("Чайник не вмикається після оновлення, що робити?", "uk", .negative, .question),
    ("Спасибо за быструю замену, всё работает", "ru", .positive, .praise),
    ("Does the 1.7 litre model fit the old base? 🫖", "en", .neutral, .question),
    ("Third return in a month. Never again.", "en", .negative, .complaint),
  ]

  static let handles = [
    "lena", "omar@example.social", "sara_k", "dilnoza", "taras", "irina@masto.example", "wei",
    "joan",
  ]

  /// A mention with the number `id`, seen `id` · −20 s from `now`: higher numbers are newer.
  static func mention(_ id: Int64, text: String? = nil, state: MentionState = .open) -> Mention {
    let sample = texts[Int(id) % texts.count]
    let seen = now.adding(.seconds(-20 * (101 - id)))
    let negative = sample.sentiment == .negative ? 0.8 : 0.1
    let positive = sample.sentiment == .positive ? 0.8 : 0.1
    let mood = MoodReading(
      sentiment: sample.sentiment, negative: negative, neutral: 1 - negative - positive,
      positive: positive, intent: sample.intent, abuse: 0,
      language: Language(rawValue: sample.language))
    let handle = handles[Int(id) % handles.count]
    let incoming = IncomingMention(
      key: MentionKey(account: accountID, native: "n\(id)"), platform: .mastodon,
      author: Author(handle: handle, name: "", followers: Int(id * id * 37 % 90_000)),
      text: text ?? sample.text, createdAt: seen.adding(.seconds(-4)),
      url: "https://example.social/@\(id)")
    return Mention(
      id: MentionID(rawValue: id), incoming: incoming, seenAt: seen,
      conversation: ConversationID(rawValue: id), mood: mood, state: state,
      dueAt: ServiceLevels().due(intent: sample.intent, seenAt: seen, level: .calm))
  }

  /// Mentions `range`, newest first.
  static func mentions(_ range: ClosedRange<Int64>) -> [Mention] {
    range.reversed().map { mention($0) }
  }

  static func post(_ id: Int64, _ state: OutgoingState, in minutes: Int64) -> OutgoingItem {
    OutgoingItem(
      id: OutgoingID(rawValue: id),
      content: Outgoing(kind: .post, account: accountID, text: "Spring sale, part \(id)"),
      state: state, dueAt: now.adding(.minutes(minutes)), key: IdempotencyKey(rawValue: "k\(id)"),
      author: ana, createdAt: now.adding(.hours(-5)))
  }

  static func answer(_ id: Int64, to mention: Int64) -> OutgoingItem {
    OutgoingItem(
      id: OutgoingID(rawValue: id),
      content: Outgoing(
        kind: .reply, account: accountID, mention: MentionID(rawValue: mention),
        targetNative: "n\(mention)", recipient: "lena", text: "We are on it."),
      state: .queued, dueAt: now.adding(.seconds(10)), key: IdempotencyKey(rawValue: "k\(id)"),
      author: ana, createdAt: now)
  }

  static func native() -> NativePost {
    NativePost(
      account: accountID, native: "77", text: "Scheduled over there", dueAt: now.adding(.hours(2)),
      snapshot: "{}")
  }

  static func pause(reason: String = "kettle recall") -> Pause {
    Pause(id: 1, seat: ana, at: now.adding(.seconds(-751)), scope: .posts, reason: reason)
  }

  static func status(_ mentions: [Mention], pause: Pause? = nil) -> DeskStatus {
    let source = SourceHealth(
      account: accountID, state: .live, heardAt: now.adding(.seconds(-3)), reportedAt: now)
    let lost = SourceHealth(
      account: AccountID("shop"), state: .reconnecting, detail: "timed out",
      heardAt: now.adding(.minutes(-4)), reportedAt: now)
    return DeskStatus(
      at: now, level: .watch, open: mentions.count, snoozed: 2, total: 4321,
      dueSoon: CappedCount(3), overdue: CappedCount(1000, isCapped: true),
      oldestSeenAt: now.adding(.minutes(-41)), pauses: pause.map { [$0] } ?? [],
      sources: [source, lost], outbox: 1,
      newest: mentions.first?.id.rawValue ?? 0)
  }

  /// Counts for a range: a quiet start and a storm at its end.
  static func buckets(_ range: Range<Timestamp>, seconds: Int) -> [MoodBucket] {
    var at = range.lowerBound
    var buckets: [MoodBucket] = []
    while at < range.upperBound {
      let index = buckets.count
      let storm = index > 20 ? (index - 20) * 4 : 0
      buckets.append(
        MoodBucket(start: at, negative: 1 + storm, neutral: 3 + index % 4, positive: 2 + index % 3))
      at = at.adding(.seconds(Int64(seconds)))
    }
    return buckets
  }
}

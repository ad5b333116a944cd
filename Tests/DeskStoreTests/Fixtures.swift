import DeskCore
import DeskStore

/// The instant at which tests begin.
let dawn = Timestamp(seconds: 1_760_000_000)
let main = AccountID("main")

func mood(_ sentiment: Sentiment = .neutral, language: Language = .english) -> MoodReading {
  MoodReading(
    sentiment: sentiment, negative: sentiment == .negative ? 0.9 : 0.05,
    neutral: sentiment == .neutral ? 0.9 : 0.05, positive: sentiment == .positive ? 0.9 : 0.05,
    intent: .other, abuse: 0, language: language)
}

func judged(
  _ native: String, _ text: String = "hello", at: Timestamp = dawn, by handle: String = "ana",
  inReplyTo parent: String? = nil, isOwn: Bool = false, followers: Int? = nil,
  mood reading: MoodReading = mood(), visibility: Visibility = .public
) -> JudgedMention {
  let incoming = IncomingMention(
    key: MentionKey(account: main, native: native), platform: .demo,
    author: Author(handle: handle, name: "Name of \(handle)", followers: followers), text: text,
    createdAt: at, url: "https://example.org/\(native)", inReplyTo: parent,
    languageHint: .english, visibility: visibility, isOwn: isOwn)
  return JudgedMention(
    incoming: incoming, mood: reading, seenAt: at, dueAt: at.adding(.minutes(60)))
}

func batch(_ events: [IntakeBatch.Event], cursor: String? = nil, at: Timestamp = dawn)
  -> IntakeBatch
{
  IntakeBatch(
    account: main, events: events, cursor: cursor.map { Cursor(parts: ["last": $0]) }, at: at)
}

extension DeskDatabase {
  @discardableResult
  func take(_ mentions: JudgedMention...) throws -> IntakeResult {
    try store(batch(mentions.map { .upsert($0) }))
  }

  /// The newest mentions that a search finds, as their native ids.
  func found(_ text: String) throws -> [String] {
    var filter = MentionFilter()
    filter.text = text
    return try stream(filter, before: nil, limit: 100).mentions.map(\.incoming.key.native)
  }

  /// The mention with a native id.
  func mention(native: String) throws -> Mention? {
    try stream(MentionFilter(), before: nil, limit: 10_000).mentions.first {
      $0.incoming.key.native == native
    }
  }
}

import DeskCore

/// An endless, repeatable stream of invented mentions in six languages, about 110 bytes each.
///
/// The same seed gives the same mentions. Nine in ten are first messages, the rest answer one of
/// the last hundred; one in four authors is new.
struct SyntheticMentions {
  private var state: UInt64
  private var count: Int64 = 0
  private var clock: Timestamp
  private let account: AccountID
  private let levels = ServiceLevels()
  private let hasRandomIDs: Bool

  /// Starts a stream whose first mention is seen at `start`. Its native ids count upwards, as most
  /// platforms' do, or have no order, the worst there is.
  init(
    seed: UInt64, start: Timestamp, account: AccountID = AccountID("bench"),
    hasRandomIDs: Bool = false
  ) {
    self.hasRandomIDs = hasRandomIDs
    state = seed
    clock = start
    self.account = account
  }

  /// The next mentions as one batch for the store.
  mutating func batch(of size: Int) -> IntakeBatch {
    let events = (0..<size).map { _ in IntakeBatch.Event.upsert(next()) }
    return IntakeBatch(
      account: account, events: events, cursor: Cursor(parts: ["last": String(count)]), at: clock)
  }

  /// The next mention.
  mutating func next() -> JudgedMention {
    count += 1
    clock.milliseconds += Int64(random(200))
    let language = Self.vocabularies[pick(Self.shares)]
    let mood = mood(in: language.code)
    let incoming = IncomingMention(
      key: MentionKey(account: account, native: native(count)), platform: .demo, author: author(),
      text: text(from: language.words), createdAt: clock.adding(.seconds(-Int64(random(90)))),
      url: "https://social.example/@a/\(native(count))", inReplyTo: parent(),
      languageHint: language.code, visibility: random(20) == 0 ? .direct : .public)
    return JudgedMention(
      incoming: incoming, mood: mood, seenAt: clock,
      dueAt: levels.due(intent: mood.intent, seenAt: clock, level: .calm))
  }

  private func native(_ number: Int64) -> String {
    guard hasRandomIDs else { return String(113_000_000_000_000_000 + number * 977) }
    var mixed = UInt64(bitPattern: number) &* 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ mixed >> 31) &* 0xBF58_476D_1CE4_E5B9
    return String(mixed ^ mixed >> 29, radix: 16) + "f"
  }

  private mutating func parent() -> String? {
    guard count > 100, random(10) == 0 else { return nil }
    return native(count - 1 - Int64(random(100)))
  }

  private mutating func author() -> Author {
    let number = random(4) == 0 ? Int(count) : random(max(1, Int(count) / 4))
    return Author(
      handle: "person\(number)@town\(number % 31).example", name: "Person \(number)",
      followers: (number &* 2_654_435_761 % 9973) * (number % 97 == 0 ? 40 : 1))
  }

  private mutating func text(from words: [String]) -> String {
    var text = ""
    for place in 0..<(9 + random(10)) {
      if place > 0 { text += " " }
      // Squaring favours the front of the list, as language favours few words.
      let position = random(1000) * random(1000)
      text += words[position * words.count / 1_000_000]
      if random(6) == 0 { text += String(random(9_000)) }
    }
    if random(5) == 0 { text += " #acme" }
    return text
  }

  private mutating func mood(in language: Language) -> MoodReading {
    let negative = Double(random(1000)) / 1000
    let positive = (1 - negative) * Double(random(1000)) / 1000
    let neutral = 1 - negative - positive
    let sentiment: Sentiment =
      negative >= max(positive, neutral) ? .negative : positive > neutral ? .positive : .neutral
    return MoodReading(
      sentiment: sentiment, negative: negative, neutral: neutral, positive: positive,
      intent: Intent(rawValue: random(4)) ?? .other, abuse: random(30) == 0 ? 0.8 : 0,
      language: language)
  }

  private mutating func pick(_ shares: [Int]) -> Int {
    var left = random(shares.reduce(0, +))
    for (index, share) in shares.enumerated() {
      if left < share { return index }
      left -= share
    }
    return 0
  }

  /// A number in 0..<`bound` (SplitMix64).
  private mutating func random(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ z >> 31) % UInt64(bound))
  }
}

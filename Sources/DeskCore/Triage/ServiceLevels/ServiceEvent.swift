/// Something that starts, holds or ends the wait of a conversation.
public enum ServiceEvent: Hashable, Sendable {
  /// They wrote; the wait runs from the first message without an answer.
  case theirs(at: Timestamp, intent: Intent, followers: Int?)
  /// A person of ours answered.
  case ours(at: Timestamp)
  /// A machine of ours answered, which ends no wait.
  case automatic(at: Timestamp)
  /// We wait for them: the clock stands until they write or somebody lets it go on.
  case held(at: Timestamp, reason: HoldReason)
  /// The clock goes on.
  case released(at: Timestamp)
  /// The wait is over without an answer.
  case ended(at: Timestamp, reason: EndReason)
  /// The level changed.
  case level(at: Timestamp, Level)

  /// When it happened.
  public var at: Timestamp {
    switch self {
    case .theirs(let at, _, _), .ours(let at), .automatic(let at), .held(let at, _),
      .released(let at), .ended(let at, _), .level(let at, _):
      at
    }
  }
}

/// Why a clock stands; the key of a sentence in the catalogue of words.
public enum HoldReason: String, Codable, Sendable, CaseIterable {
  /// We asked them something.
  case askedThem = "asked-them"
  /// We wrote to them in private and wait there.
  case movedToPrivate = "moved-to-private"
  /// They asked us to wait.
  case theyAskedToWait = "they-asked-to-wait"
  /// Somebody put it aside until a time.
  case snoozed
  /// A person judged that they need no answer; they stay in the queue and in every count.
  case troll

  /// Whether a person lets the clock stand for it, mention by mention.
  public var isChosen: Bool { self != .snoozed && self != .troll }
}

/// Why a wait ended without an answer.
public enum EndReason: String, Codable, Sendable, CaseIterable {
  /// A verdict: nothing to do, a duplicate, or handed on.
  case verdict
  /// The author is a troll by a person's verdict; still counted.
  case troll
  /// They deleted what they wrote.
  case withdrawn
}

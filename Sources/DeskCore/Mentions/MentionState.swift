/// Where a mention stands; it is always in exactly one of these.
///
/// | from \ to | open | snoozed | a verdict | withdrawn |
/// |---|---|---|---|---|
/// | open | – | a person | a person | the author deletes |
/// | snoozed | time, edit, or a person | a person | a person | the author deletes |
/// | a verdict | edit, or a person (undo) | no | a person (changes it) | the author deletes |
/// | own, withdrawn | no | no | no | – |
public enum MentionState: Int, Codable, Sendable, CaseIterable {
  /// Waits for an answer: it is in the queue.
  case open = 0
  /// Out of the queue until a time.
  case snoozed = 1
  /// Verdict: somebody answered it.
  case answered = 2
  /// Verdict: read, nothing to do.
  case noAction = 3
  /// Verdict: not to be fed.
  case troll = 4
  /// Verdict: the same as another.
  case duplicate = 5
  /// Verdict: given to somebody outside the desk.
  case handedOn = 6
  /// Its author deleted it.
  case withdrawn = 7
  /// Written by the brand itself.
  case own = 8

  /// Whether it still needs an answer, now or later.
  public var isUnanswered: Bool { self == .open || self == .snoozed }

  /// Whether a person may move a mention from this state to `next`.
  public func allows(_ next: MentionState) -> Bool {
    switch (self, next) {
    case (.own, _), (.withdrawn, _), (_, .own), (_, .withdrawn): false
    case (_, .snoozed): isUnanswered
    default: self != next
    }
  }

  /// The state after the author changed the text: a judged or snoozed mention must be read again.
  public var afterEdit: MentionState {
    self == .own || self == .withdrawn ? self : .open
  }
}

/// How a person takes a mention out of the queue.
public enum Verdict: String, Codable, Sendable, CaseIterable {
  /// Somebody answered it.
  case answered
  /// Read; there is nothing to do.
  case noAction = "no-action"
  /// Not to be fed.
  case troll
  /// The same as another mention.
  case duplicate
  /// Given to somebody outside the desk.
  case handedOn = "handed-on"

  /// The state a mention is in after this verdict.
  public var state: MentionState {
    switch self {
    case .answered: .answered
    case .noAction: .noAction
    case .troll: .troll
    case .duplicate: .duplicate
    case .handedOn: .handedOn
    }
  }
}

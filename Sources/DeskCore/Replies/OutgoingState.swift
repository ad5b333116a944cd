/// The life of an outgoing item.
///
/// | from \ to | awaiting | approved | queued | sending | sent | refused | unknown | held | missed | draft | dropped |
/// |---|---|---|---|---|---|---|---|---|---|---|---|
/// | draft | a person | – | – | – | found there | – | – | – | – | – | a person |
/// | awaiting approval | – | last yes, too late | last yes | – | found there | – | – | – | – | a person, with a note | a person |
/// | approved | – | – | a person | – | found there | – | – | – | – | – | a person |
/// | queued | gate: the level asks for more | – | – | gate | found there | gate: changed | – | gate, a person | gate: too late | – | a person |
/// | sending | – | – | the platform said "later" | – | platform | platform | no answer, crash | – | – | – | – |
/// | unknown | – | – | proven not to be there | – | found there | a person | – | – | – | – | a person |
/// | held | – | – | a person | – | found there | – | – | – | its time passed | – | a person |
/// | missed | – | – | a person | – | found there | – | – | – | – | – | a person |
/// | refused | – | – | a person | – | found there | – | – | – | – | – | a person |
///
/// "Found there" is a fact that may come late: an earlier attempt arrived after all.
/// Only ``DeskTransaction/move(_:to:_:why:detail:seat:at:)`` and the gate change a state, and both
/// write the audit entry of the change in the same transaction.
public enum OutgoingState: String, Codable, Sendable, CaseIterable {
  /// Sent back to its writer with a note, or not handed in yet; nothing leaves from here.
  case draft
  /// Handed in; another person must say yes to its exact text.
  case awaitingApproval = "awaiting"
  /// Every yes was given, but too late for it to leave by itself; a person must send it.
  case approved
  /// Decided; leaves when its time comes and the gate lets it.
  case queued
  /// Admitted by the gate; on its way.
  case sending
  /// The platform has it.
  case sent
  /// The platform said no, or the gate found it changed.
  case refused
  /// It may or may not have arrived; nobody sends it again before somebody has looked.
  case unknown
  /// Stopped: by a pause, by a person, or because something changed since it was written.
  case held
  /// Its time passed while it could not leave; a person must decide.
  case missed
  /// Taken back by a person.
  case dropped

  /// Whether nothing more happens to it.
  public var isFinal: Bool { self == .sent || self == .dropped }

  /// Whether a person may still take it back: it has not left and is not on its way.
  public var canBeTakenBack: Bool {
    switch self {
    case .draft, .awaitingApproval, .approved, .queued, .held, .missed, .refused: true
    case .sending, .sent, .unknown, .dropped: false
    }
  }

  /// Whether an item may move from this state to `next`.
  public func allows(_ next: OutgoingState) -> Bool {
    switch self {
    case .draft: [.awaitingApproval, .sent, .dropped].contains(next)
    case .awaitingApproval: [.approved, .queued, .draft, .sent, .dropped].contains(next)
    case .approved: [.queued, .sent, .dropped].contains(next)
    case .queued:
      [.awaitingApproval, .sending, .sent, .refused, .held, .missed, .dropped].contains(next)
    case .sending: [.queued, .sent, .refused, .unknown].contains(next)
    case .unknown: [.queued, .sent, .refused, .dropped].contains(next)
    case .held: [.queued, .sent, .missed, .dropped].contains(next)
    case .missed, .refused: [.queued, .sent, .dropped].contains(next)
    case .sent, .dropped: false
    }
  }
}

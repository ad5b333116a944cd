/// The switch that stops what leaves; every pause is a row of its own and is never edited away.
public struct Pause: Hashable, Codable, Sendable, Identifiable {
  /// What a pause stops.
  public enum Scope: String, Codable, Sendable, CaseIterable {
    /// Posts of the brand's own; answers to people and deletions of one's own words still leave.
    case posts
    /// Everything, answers to people and deletions included; only alerts to one's own people leave.
    case everything
  }

  /// Its number, from 1 up.
  public let id: Int64
  /// Who paused.
  public let seat: Seat
  /// When the pause was committed.
  public let at: Timestamp
  /// What it stops.
  public var scope: Scope
  /// Why, in the person's words; empty until somebody says so.
  public var reason: String

  /// Makes a pause.
  public init(id: Int64, seat: Seat, at: Timestamp, scope: Scope, reason: String = "") {
    self.id = id
    self.seat = seat
    self.at = at
    self.scope = scope
    self.reason = reason
  }

  /// Whether it keeps `content` from leaving.
  public func stops(_ content: Outgoing) -> Bool {
    switch scope {
    case .posts: content.kind == .post
    case .everything: content.kind != .notification
    }
  }
}

/// What a pause did, as far as it can be said the moment it is committed.
public struct PauseReceipt: Hashable, Codable, Sendable {
  /// The pause that stands.
  public let pause: Pause
  /// Whether this key press or command made it; false when one stood already.
  public let isNew: Bool
  /// Posts that wait and are now held.
  public let held: [OutgoingID]
  /// What had been admitted before the pause and is still on its way, or may be.
  public let inFlight: [OutgoingID]

  /// Makes a receipt.
  public init(pause: Pause, isNew: Bool, held: [OutgoingID], inFlight: [OutgoingID]) {
    self.pause = pause
    self.isNew = isNew
    self.held = held
    self.inFlight = inFlight
  }
}

/// What a person decides about one post when the desk resumes.
public enum ResumeVerdict: Hashable, Codable, Sendable {
  /// It never leaves.
  case drop
  /// It leaves at another time.
  case reschedule(Timestamp)
  /// It leaves now.
  case send
}

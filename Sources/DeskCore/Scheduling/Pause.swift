/// The switch that stops what leaves; every pause is a row of its own and is never edited away.
///
/// Several may stand at once, at most one over each target; what any of them stops does not leave.
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
  /// Over what part of the desk it stands.
  public let target: PauseTarget
  /// What it stops there.
  public var scope: Scope
  /// Why, in the person's words; empty until somebody says so.
  public var reason: String
  /// How often people are reminded that it stands; nil for never. Nothing ends it but a person.
  public var remindEvery: Span?

  /// Makes a pause.
  public init(
    id: Int64, seat: Seat, at: Timestamp, scope: Scope, over target: PauseTarget = .desk,
    reason: String = "", remindEvery: Span? = nil
  ) {
    self.id = id
    self.seat = seat
    self.at = at
    self.target = target
    self.scope = scope
    self.reason = reason
    self.remindEvery = remindEvery
  }

  /// Whether it keeps `content` from leaving.
  public func stops(_ content: Outgoing) -> Bool {
    guard target.covers(content) else { return false }
    switch scope {
    case .posts: return content.kind == .post
    case .everything: return content.kind != .notification
    }
  }

  /// Whether it stops what waits on an account's own scheduler; nobody knows the tags of that.
  public func stopsNative(of account: AccountID) -> Bool {
    switch target {
    case .desk: true
    case .account(let paused): paused == account
    case .tag: false
    }
  }

  /// How often somebody should have been reminded of it by `now`; 0 when nobody asked for that.
  public func reminders(by now: Timestamp) -> Int64 {
    guard let every = remindEvery?.milliseconds, every > 0 else { return 0 }
    return max(0, now.since(at).milliseconds / every)
  }
}

extension Sequence<Pause> {
  /// The same pauses, the widest first: the desk before an account before a tag.
  public var widestFirst: [Pause] {
    func rank(_ pause: Pause) -> (Int, Int, Int64) {
      (pause.target.narrowness, pause.scope == .everything ? 0 : 1, pause.id)
    }
    return sorted { rank($0) < rank($1) }
  }

  /// The widest pause that keeps `content` from leaving; nil when none does.
  public func stopping(_ content: Outgoing) -> Pause? {
    widestFirst.first { $0.stops(content) }
  }

  /// Whether what waits on an account's own scheduler is stopped.
  public func stopsNative(of account: AccountID) -> Bool {
    contains { $0.stopsNative(of: account) }
  }
}

extension Sequence<Pause> {
  /// Whether a person must look at `item` when the pause over `target`, or every pause when that is
  /// nil, ends: what another pause still stops stays as it is.
  public func frees(_ item: OutgoingItem, ending target: PauseTarget?) -> Bool {
    let rest = filter { target != nil && $0.target != target }
    guard rest.stopping(item.content) == nil else { return false }
    switch item.state {
    case .held, .missed: return target.map { $0.covers(item.content) } ?? true
    default: return false
    }
  }
}

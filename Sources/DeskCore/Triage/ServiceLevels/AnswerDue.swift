/// Why the clock of a message stands, since when, and what is left.
public struct AnswerHold: Hashable, Codable, Sendable {
  /// Why.
  public let reason: HoldReason
  /// Since when.
  public let since: Timestamp
  /// What is left of the target, in working time; negative once it was passed.
  public let left: Span

  /// Makes a hold.
  public init(reason: HoldReason, since: Timestamp, left: Span) {
    self.reason = reason
    self.since = since
    self.left = left
  }
}

/// By when an answer to a message is due, as the desk keeps it beside the message.
public struct AnswerDue: Hashable, Sendable {
  /// The deadline; ``Timestamp/never`` while the clock stands.
  public var dueAt: Timestamp
  /// When 80 % of the target are used; nil while the clock stands.
  public var warnAt: Timestamp?
  /// Why the clock stands; nil while it runs.
  public var hold: AnswerHold?

  /// Makes one.
  public init(dueAt: Timestamp, warnAt: Timestamp? = nil, hold: AnswerHold? = nil) {
    self.dueAt = dueAt
    self.warnAt = warnAt
    self.hold = hold
  }
}

extension Timestamp {
  /// The end of the year 9999, after every deadline: what is due then is not due, and stands last in
  /// the order of deadlines.
  public static let never = Timestamp(seconds: 253_402_300_799)
}

extension ServiceRun {
  /// By when an answer is due; nil when nobody waits.
  public var due: AnswerDue? {
    guard let wait else { return nil }
    if let reason = wait.hold {
      let since = wait.heldSince ?? wait.countedTo
      let left = remaining(at: since) ?? .seconds(0)
      return AnswerDue(
        dueAt: .never, hold: AnswerHold(reason: reason, since: since, left: left))
    }
    // A desk without work for a year has no hours to wait for.
    let bare = wait.countedTo.adding(remaining(at: wait.countedTo) ?? .seconds(0))
    return AnswerDue(dueAt: deadline ?? bare, warnAt: warningAt)
  }
}

extension ServiceLevels {
  /// What the clock of a stored message shows, from what is kept beside it: whether it runs, and what
  /// is left in working time.
  public func standing(
    of mention: Mention, level: Level, at now: Timestamp
  ) -> (state: ServiceReading.State, left: Span) {
    if let hold = mention.hold { return (.held(hold.reason, since: hold.since), hold.left) }
    let calendar = calendar(at: level)
    let left =
      now < mention.dueAt
      ? calendar.worked(from: now, to: mention.dueAt)
      : Span(milliseconds: -calendar.worked(from: mention.dueAt, to: now).milliseconds)
    let isWorked = calendar.hours.isAlways || calendar.isWorked(at: now)
    return (isWorked ? .running : .closed(until: nil), left)
  }
}

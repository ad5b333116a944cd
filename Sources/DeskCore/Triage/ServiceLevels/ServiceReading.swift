/// What a clock shows at one instant.
public struct ServiceReading: Hashable, Sendable {
  /// Whether the clock runs, and why not.
  public enum State: Hashable, Sendable {
    /// Time is running.
    case running
    /// We wait for them, since this instant.
    case held(HoldReason, since: Timestamp)
    /// Nobody works now; the clock goes on at this instant, or not within the horizon.
    case closed(until: Timestamp?)
  }

  /// How near the end is.
  public enum Step: Int, Codable, Sendable, Comparable {
    /// Less than half of the time is used.
    case early = 0
    /// Half of it is used.
    case half = 1
    /// 80 % of it is used; whoever is responsible is told.
    case warning = 2
    /// All of it is used.
    case breach = 3

    /// Orders by value.
    public static func < (a: Step, b: Step) -> Bool { a.rawValue < b.rawValue }
  }

  /// When the first unanswered message was seen.
  public let since: Timestamp
  /// Which answer is waited for.
  public let turn: AnswerTurn
  /// How long they may wait, in working time.
  public let target: Span
  /// How long they have waited, in working time.
  public let used: Span
  /// When the target is reached if nothing changes; past once it is. Nil while the clock is held, and
  /// when nobody works within the horizon.
  public let deadline: Timestamp?
  /// Whether the clock runs.
  public let state: State

  /// What is left of the target; negative once it is passed.
  public var remaining: Span { Span(milliseconds: target.milliseconds - used.milliseconds) }

  /// How near the end is. The share of the warning is 80 %, that of the first step 50 %.
  public var step: Step {
    let parts = used.milliseconds
    if parts >= target.milliseconds { return .breach }
    // Divided, not multiplied: a target may be as long as it likes.
    if parts >= target.milliseconds / 5 * 4 + target.milliseconds % 5 * 4 / 5 { return .warning }
    return parts >= target.milliseconds / 2 ? .half : .early
  }
}

extension ServiceRun {
  /// What the clock shows at `now`; nil when nobody waits for us.
  public func reading(at now: Timestamp) -> ServiceReading? {
    guard let wait else { return nil }
    return ServiceReading(
      since: wait.since, turn: wait.turn, target: target(of: wait), used: used(at: now),
      deadline: deadline, state: state(of: wait, at: now))
  }

  /// When the target is reached if nothing changes; nil when nobody waits, while the clock is held,
  /// and when nobody works within the horizon.
  ///
  /// After a move of the level that made the target shorter than the time used, it is the instant of
  /// that move.
  public var deadline: Timestamp? { reached(parts: 1, of: 1) }

  /// When 80 % of the target are used; nil when ``deadline`` is.
  public var warningAt: Timestamp? { reached(parts: 4, of: 5) }

  /// What is left at `now`, in working time; negative once the target is passed, nil when nobody waits.
  public func remaining(at now: Timestamp) -> Span? { reading(at: now)?.remaining }

  private func target(of wait: Wait) -> Span {
    levels.target(wait.turn, level: level, intent: wait.intent, followers: wait.followers)
  }

  private func reached(parts: Int64, of whole: Int64) -> Timestamp? {
    guard let wait, wait.hold == nil else { return nil }
    let target = target(of: wait).milliseconds
    let share = target / whole * parts + target % whole * parts / whole
    return levels.calendar(at: level).instant(
      after: Span(milliseconds: share - wait.used.milliseconds), from: wait.countedTo)
  }

  private func state(of wait: Wait, at now: Timestamp) -> ServiceReading.State {
    if let hold = wait.hold { return .held(hold, since: wait.heldSince ?? wait.countedTo) }
    let calendar = levels.calendar(at: level)
    return calendar.isWorked(at: now) ? .running : .closed(until: calendar.nextWork(from: now))
  }
}

public import DeskCore

/// Keeps the deadlines of what waits true: after a move of the level or another rule every open
/// mention is due anew, after a change in a conversation what its people wrote there.
///
/// A hundred thousand of them are not one transaction: they are moved a page at a time, the longest
/// waiting first, and how far that went survives a restart.
public struct DueService: Sendable {
  /// The mentions of one transaction, 250.
  public static let pageLimit = 250
  /// How often the level is looked at when nothing rings.
  public static let rhythm = Span.seconds(30)
  /// For how long after a move what just came in is looked at again: it may have been judged before.
  static let afterglow = Span.minutes(2)

  private let store: any LevelStore
  private let service: ServiceLevels
  private let gauge: LevelGauge
  private let clock: DeskClock

  /// Makes a service that shows the level it finds on `gauge`.
  public init(
    store: any LevelStore, service: ServiceLevels, gauge: LevelGauge, clock: DeskClock = .system
  ) {
    self.store = store
    self.service = service
    self.gauge = gauge
    self.clock = clock
  }

  /// Works until cancelled.
  /// - Throws: the store's error; the next run goes on.
  public func run(bell: Doorbell) async throws {
    var lookedAt: Timestamp?
    while !Task.isCancelled {
      let heard = bell.rings
      try await round(&lookedAt)
      await bell.wait(past: heard, until: clock.now().adding(Self.rhythm), clock: clock)
    }
  }

  /// Looks at the level once and does what it asks for; `lookedAt` is when it last looked again at
  /// what had just come in.
  func round(_ lookedAt: inout Timestamp?) async throws {
    let move = try store.lastMove()
    let level = move?.change.level ?? .calm
    // Shown first, so that what is judged from now on is due by it.
    gauge.show(level)
    let signature = service.signature(at: level)
    while try store.reclockChanged(limit: Self.pageLimit, by: service) == Self.pageLimit,
      !Task.isCancelled
    { await Task.yield() }
    let work = try store.levelWork()
    if work.applied != signature {
      for state in [MentionState.open, .snoozed] {
        try await carryThrough(state, since: Timestamp(milliseconds: .min))
      }
      if !Task.isCancelled { try store.setApplied(signature) }
    } else if let move, clock.now().since(move.change.at) < Self.afterglow,
      lookedAt.map({ clock.now().since($0) >= .seconds(20) }) ?? true
    {
      lookedAt = clock.now()
      try await carryThrough(.open, since: move.change.at.adding(.minutes(-1)))
    }
  }

  private func carryThrough(_ state: MentionState, since: Timestamp) async throws {
    var last: ClockPosition?
    while !Task.isCancelled {
      let began = ContinuousClock.now
      last = try store.reclock(
        state, since: since, after: last, limit: Self.pageLimit, by: service)
      guard last != nil else { return }
      // Decisions and intake come in between.
      try? await Task.sleep(for: .now - began)
    }
  }
}

public import DeskCore
import Synchronization

extension MastodonConnector {
  /// Runs until cancelled: polls at once, then whenever a stream opens and once every interval.
  ///
  /// The API has no list of edits and deletions, so after each outage the posts that `open` names
  /// and those handed over last are asked for one by one.
  public func run(
    from cursor: Cursor?, open: @escaping @Sendable () throws -> [String],
    deliver: @escaping @Sendable (SourceSignal) async throws -> Void
  ) async throws(ConnectorError) {
    do {
      let me = try await untilReached(deliver)
      let intake = MastodonIntake(
        account: settings.account, me: me.id, watch: MastodonWatch(settings: settings),
        cursor: cursor, clock: clock, deliver: deliver)
      let (bells, bell) = AsyncStream.makeStream(
        of: Bell.self, bufferingPolicy: .bufferingNewest(2))
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask(name: "mastodon polling") {
          try await self.poll(bells, bell, intake, open)
        }
        group.addTask(name: "mastodon timer") { try await self.tick(bell) }
        group.addTask(name: "mastodon streams") { try await self.listen(intake, bell) }
        defer { group.cancelAll() }
        for try await _ in group {}
      }
    } catch {
      if Task.isCancelled || error is CancellationError { return }
      if let error = error as? ConnectorError { throw error }
      throw .unavailable("the desk could not take what came in")
    }
  }

  /// Runs knowing of nothing that is open.
  public func run(
    from cursor: Cursor?, deliver: @escaping @Sendable (SourceSignal) async throws -> Void
  ) async throws(ConnectorError) {
    try await run(from: cursor, open: { [] }, deliver: deliver)
  }

  /// Why polling is woken.
  enum Bell: Sendable {
    case time
    case streamOpened(again: Bool)
  }
  typealias Ringer = AsyncStream<Bell>.Continuation
  /// Posts that are looked for one by one after an outage.
  private static let mostLooks = 60

  /// Finds out who we are, however long the server is away.
  private func untilReached(
    _ deliver: @Sendable (SourceSignal) async throws -> Void
  ) async throws -> MastodonAccount {
    var backoff = Backoff(base: settings.firstRetry, ceiling: settings.longestRetry)
    while true {
      do {
        let me = try await whoAmI()
        if learned.withLock({ $0.instance }) == nil { _ = try await instance() }
        return me
      } catch {
        try Task.checkCancellation()
        let wait = try delay(after: error, &backoff)
        try await deliver(
          .health(
            SourceHealth(
              account: settings.account, state: error.isRateLimit ? .limited : .reconnecting,
              detail: error.words, heardAt: nil, reportedAt: clock.now())))
        try await clock.sleep(wait)
      }
    }
  }

  private func tick(_ bell: Ringer) async throws {
    while true {
      try await clock.sleep(settings.pollInterval)
      bell.yield(.time)
    }
  }

  private func poll(
    _ bells: AsyncStream<Bell>, _ bell: Ringer, _ intake: MastodonIntake,
    _ open: @Sendable () throws -> [String]
  ) async throws {
    var backoff = Backoff(base: settings.firstRetry, ceiling: settings.longestRetry)
    bell.yield(.time)
    var doubtful = try open()
    for await reason in bells {
      if case .streamOpened(again: true) = reason { doubtful = try open() + intake.recent(20) }
      var isDone = false
      while !isDone {
        do {
          try await catchUp(intake)
          try await lookAgain(&doubtful, intake)
          isDone = true
          backoff.reset()
          let now = clock.now()
          try await intake.health { health in
            health.pollTrouble = nil
            health.limitedUntil = nil
            health.heardAt = now
          }
        } catch let error as ConnectorError {
          try Task.checkCancellation()
          let wait = try delay(after: error, &backoff)
          try await intake.health { $0.fail(polling: error) }
          try await clock.sleep(wait)
        }
      }
    }
  }

  /// Asks for posts one by one whether they are as they were: no list tells of edits and deletions
  /// that happened while nobody listened. What the rate limit has no room for waits for the next
  /// round.
  private func lookAgain(_ ids: inout [String], _ intake: MastodonIntake) async throws {
    var seen: Set<String> = []
    ids = Array(ids.filter { seen.insert($0).inserted }.prefix(Self.mostLooks))
    while let id = ids.first {
      do {
        try leaveRoomForWrites()
        if let status = try await post(id) {
          try await intake.take([status])
        } else {
          try await intake.delete(id)
        }
      } catch ConnectorError.rateLimited {
        return
      } catch ConnectorError.forbidden, ConnectorError.malformed, ConnectorError.rejected {
        // It cannot be told, and asking again would not help.
      }
      ids.removeFirst()
    }
  }

  /// How long to wait after an error; throws those that only a person can mend.
  func delay(after error: ConnectorError, _ backoff: inout Backoff) throws -> Span {
    switch error {
    case .unauthorized, .forbidden: throw error
    case .rateLimited(let until):
      return max(.seconds(1), until.since(clock.now()))
    default: return backoff.next(chance: clock.chance())
    }
  }
}

extension ConnectorError {
  var isRateLimit: Bool { if case .rateLimited = self { true } else { false } }

  /// What happened, for a person.
  var words: String {
    switch self {
    case .unauthorized(let why), .forbidden(let why), .missing(let why), .unavailable(let why),
      .malformed(let why), .unsupported(let why):
      why
    case .rateLimited(let until): "the server asks to wait until \(CivilTime(until).timeText) UTC"
    case .rejected(_, let why): why
    }
  }
}

extension MastodonHealth {
  mutating func fail(polling error: ConnectorError) {
    if case .rateLimited(let until) = error {
      limitedUntil = until
      pollTrouble = nil
    } else {
      pollTrouble = "polling failed: \(error.words)"
    }
  }
}

public import DeskCore

/// Runs the sources of a desk, each from where it stood, and starts them again when they fail.
public struct SourceService: Sendable {
  private let connectors: [any Connector]
  private let store: any IntakeStore
  private let intake: IntakeService
  private let reader: (any DeskReader)?
  private let clock: DeskClock

  /// How many open mentions a source is told of when it comes back, so that it can look whether
  /// they are still there.
  public static let openLimit = 40

  /// Makes a service; without a `reader` no source is told what is still open.
  public init(
    connectors: [any Connector], store: any IntakeStore, intake: IntakeService,
    reader: (any DeskReader)? = nil, clock: DeskClock = .system
  ) {
    self.connectors = connectors
    self.store = store
    self.reader = reader
    self.intake = intake
    self.clock = clock
  }

  /// Runs all sources until cancelled or until each has come to its end.
  public func run() async {
    await withTaskGroup(of: Void.self) { group in
      for connector in connectors { group.addTask { await keep(connector) } }
    }
  }

  /// How long to wait before the start after `failures` failures: 1 s doubling to 5 min.
  static func wait(after failures: Int) -> Span {
    .seconds(min(Int64(1) << Int64(min(max(failures - 1, 0), 9)), 300))
  }

  private func keep(_ connector: any Connector) async {
    var failures = 0
    while !Task.isCancelled {
      let startedAt = clock.now()
      let failure = await runOnce(connector)
      if Task.isCancelled { break }
      guard let failure else {
        report(connector, .idle, "")
        return
      }
      if clock.now().since(startedAt) > .minutes(1) { failures = 0 }
      failures += 1
      let wait = Self.pause(for: failure, failures: failures, now: clock.now())
      report(connector, Self.needsPerson(failure) ? .stopped : .reconnecting, "\(failure)")
      do { try await clock.sleep(for: wait) } catch { break }
    }
    report(connector, .idle, "")
  }

  private func runOnce(_ connector: any Connector) async -> (any Error)? {
    do {
      let cursor = try store.cursor(for: connector.account.id)
      let account = connector.account
      try await connector.run(
        from: cursor, open: { try open(account) },
        deliver: { signal in try await intake.take(signal) })
      return nil
    } catch {
      return error
    }
  }

  /// The newest mentions of an account that still need an answer; looks at a few pages, since
  /// other accounts of the platform stand between them.
  private func open(_ account: Account) throws -> [String] {
    guard let reader else { return [] }
    var filter = MentionFilter()
    filter.states = [.open, .snoozed]
    filter.platforms = [account.platform]
    var found: [String] = []
    var before: MentionID?
    for _ in 0..<5 {
      let page = try reader.stream(filter, before: before, limit: 100)
      let own = page.mentions.filter { $0.incoming.key.account == account.id }
      found += own.map(\.incoming.key.native)
      guard page.hasMore, found.count < Self.openLimit, let last = page.mentions.last else { break }
      before = last.id
    }
    return Array(found.prefix(Self.openLimit))
  }

  private static func pause(for error: any Error, failures: Int, now: Timestamp) -> Span {
    let wait = wait(after: failures)
    guard case .rateLimited(let until) = error as? ConnectorError else { return wait }
    return max(wait, until.since(now))
  }

  private static func needsPerson(_ error: any Error) -> Bool {
    switch error as? ConnectorError {
    case .unauthorized, .forbidden, .unsupported: true
    default: false
    }
  }

  /// A report that cannot be stored must not stop the source; the store's own state says why.
  private func report(_ connector: any Connector, _ state: SourceHealth.State, _ detail: String) {
    try? store.report(
      SourceHealth(
        account: connector.account.id, state: state, detail: detail, heardAt: nil,
        reportedAt: clock.now()))
  }
}

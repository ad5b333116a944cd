public import DeskCore

/// Runs all services of a desk in the one process that holds its lease; the others stand by.
public struct DeskRunner: Sendable {
  private let lease: ServiceLease
  private let keeper: ScheduleKeeper
  private let delivery: DeliveryService
  private let sources: SourceService
  private let rereading: RereadingService?
  private let clusters: ClusterService?
  private let alerts: AlertService?
  private let due: DueService?
  private let telling: TellService?
  private let watches: [NativeWatch]
  private let clock: DeskClock

  /// Makes a runner over one store.
  /// - Parameters:
  ///   - holder: a name unlike any other process's, a restart's too.
  ///   - connectors: one for each account.
  ///   - store: the desk's database behind its three ports.
  ///   - intake: what takes the sources' signals.
  ///   - rereading: what reads stored mentions again after the model or the words changed.
  ///   - clusters: what puts near-identical mentions together; nil for a desk that shows each.
  ///   - alerts: what watches the counts; nil for a desk that is not watched.
  ///   - due: what makes the clocks follow the level.
  ///   - telling: what tells people outside the desk; nil when nobody is to be told.
  ///   - clock: the time.
  ///   - zones: the time zones this machine knows, for repeated posts.
  ///   - approvals: who else must say yes to them.
  public init(
    holder: String, connectors: [any Connector],
    store: any DecisionStore & IntakeStore & DeskReader, intake: IntakeService,
    rereading: RereadingService? = nil, clusters: ClusterService? = nil,
    alerts: AlertService? = nil, due: DueService? = nil,
    telling: TellService? = nil, clock: DeskClock = .system,
    zones: @escaping ZoneBook = { $0 == "UTC" ? .utc : nil },
    approvals: any ApprovalPolicy = NoApprovals()
  ) {
    let lease = ServiceLease(store: store, holder: holder)
    self.lease = lease
    self.clock = clock
    keeper = ScheduleKeeper(lease: lease, clock: clock, zones: zones, approvals: approvals)
    delivery = DeliveryService(connectors: connectors, lease: lease, clock: clock)
    self.alerts = alerts
    self.due = due
    self.telling = telling
    self.rereading = rereading
    self.clusters = clusters
    sources = SourceService(
      connectors: connectors, store: store, intake: intake, reader: store, clock: clock)
    watches = connectors.filter { $0.capabilities.contains(.nativeSchedule) }.map {
      NativeWatch(connector: $0, lease: lease, clock: clock)
    }
  }

  /// Whether this process runs the services now.
  public var isRunning: Bool { lease.holds(at: clock.now()) }

  /// Runs until cancelled: waits for the lease, works while it holds, stands by when it is lost.
  /// - Throws: the store's error; the lease is given back first.
  public func run(bell: Doorbell) async throws {
    defer { try? lease.giveUp(at: clock.now()) }
    while !Task.isCancelled {
      if try keeper.round() != nil { try await work(bell: bell) }
      do { try await clock.sleep(for: ServiceLease.rhythm) } catch { return }
    }
  }

  private func work(bell: Doorbell) async throws {
    try await withThrowingTaskGroup(of: Bool.self) { group in
      group.addTask { try await renew() }
      group.addTask {
        try await delivery.run(bell: bell)
        return false
      }
      group.addTask {
        await sources.run()
        return false
      }
      group.addTask {
        try await rereading?.keep()
        return false
      }
      group.addTask {
        try await clusters?.run()
        return false
      }
      group.addTask {
        try await alerts?.run()
        return false
      }
      group.addTask {
        try await due?.run(bell: bell)
        return false
      }
      group.addTask {
        try await telling?.run(lease: lease, bell: bell)
        return false
      }
      for watch in watches {
        group.addTask {
          try await watch.run(bell: bell)
          return false
        }
      }
      // Only losing the lease ends the others; a source that has come to its end does not.
      while let isOver = try await group.next() {
        if isOver { group.cancelAll() }
      }
    }
  }

  private func renew() async throws -> Bool {
    while !Task.isCancelled {
      do { try await clock.sleep(for: ServiceLease.rhythm) } catch { return true }
      if try keeper.round() == nil { return true }
    }
    return true
  }
}

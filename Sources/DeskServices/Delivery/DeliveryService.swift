public import DeskCore

/// Sends what was decided, through the gate and nothing else, while this process has the lease.
public struct DeliveryService: Sendable {
  private let lanes: [DeliveryLane]

  /// Makes a service with one lane an account, so that a slow platform delays only itself.
  public init(connectors: [any Connector], lease: ServiceLease, clock: DeskClock = .system) {
    lanes = connectors.map { DeliveryLane(connector: $0, lease: lease, clock: clock) }
  }

  /// Works until cancelled; `bell` must ring whenever something was queued or the pause changed.
  /// - Throws: the store's error.
  public func run(bell: Doorbell) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for lane in lanes { group.addTask { try await lane.run(bell: bell) } }
      try await group.waitForAll()
    }
  }

  /// Does everything that can be done now and returns when the next thing is due; nil for never.
  /// - Throws: the store's error.
  @discardableResult
  public func drain() async throws -> Timestamp? {
    var next: Timestamp?
    for lane in lanes {
      var rest: DeliveryLane.Rest?
      while rest == nil { rest = try await lane.step() }
      if let until = rest?.until { next = min(next ?? until, until) }
    }
    return next
  }
}

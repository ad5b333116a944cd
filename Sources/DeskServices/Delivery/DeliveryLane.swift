import DeskCore
import Synchronization

/// Sends what is due through one account, one item at a time, and looks for what is unknown.
final class DeliveryLane: Sendable {
  private struct Look: Sendable {
    var next: Timestamp
    var tries = 0
    var isOver = false
  }

  /// How long after an attempt it is first looked for, so that a slow write can land, 5 seconds.
  static let settling = Span.seconds(5)

  /// How long after an attempt a platform that cannot tell is no longer asked, 5 minutes.
  static let longestDoubt = Span.minutes(5)

  /// How many items of unknown fate are kept an eye on at once.
  private static let mostUnknown = 200

  private let connector: any Connector
  private let lease: ServiceLease
  private let clock: DeskClock
  private let looks = Mutex<[OutgoingID: Look]>([:])

  init(connector: any Connector, lease: ServiceLease, clock: DeskClock) {
    self.connector = connector
    self.lease = lease
    self.clock = clock
  }

  /// Works until cancelled, sleeping while there is nothing to do.
  func run(bell: Doorbell) async throws {
    while !Task.isCancelled {
      let heard = bell.rings
      if let wake = try await step() {
        await bell.wait(past: heard, until: wake.until, clock: clock)
      }
    }
  }

  struct Rest: Sendable {
    let until: Timestamp?
  }

  /// Does one thing; nil when there may be more to do at once.
  ///
  /// Whether there is anything to do is read: while there is not, nothing is written, so that no
  /// other process is woken and intake keeps the database to itself.
  func step() async throws -> Rest? {
    let now = clock.now()
    guard try lease.holds(at: now) || lease.renew(at: now) else {
      return Rest(until: now.adding(ServiceLease.rhythm))
    }
    let account = connector.account.id
    let next = try lease.items(in: .queued, of: account, limit: 1).first?.dueAt
    if let next, next <= now {
      let answer = try lease.holding(at: now) { tx in
        let admitted = try Self.admit(tx, account: account, now: now)
        if let admitted { lease.takesOff(admitted.item.id) }
        return admitted
      }
      guard let admitted = answer else {
        return Rest(until: now.adding(ServiceLease.rhythm))
      }
      if let admitted { try await send(admitted) }
      return nil
    }
    let unknown = try lease.items(in: .unknown, of: account, limit: Self.mostUnknown)
    let (item, wake) = lookable(unknown, now: now, unless: next)
    guard let item else { return Rest(until: wake) }
    try await look(for: item)
    return nil
  }

  /// Asks the gate about what is due, in order, until it lets something out.
  static func admit(
    _ tx: any DeskTransaction, account: AccountID, now: Timestamp
  ) throws -> Admitted? {
    for item in try tx.items(in: [.queued]) where item.content.account == account {
      guard item.dueAt <= now else { return nil }
      if case .admit(let admitted) = try tx.passGate(item.id, now: now) { return admitted }
    }
    return nil
  }

  /// Whether too long a time passed since the gate let it out: a process that was stopped in
  /// between may find that another has looked and sent it.
  static func isStale(_ admitted: Admitted, now: Timestamp) -> Bool {
    now.since(admitted.item.admittedAt ?? now) >= settling
  }

  /// The first unknown item whose time to be looked for has come, or when to wake.
  private func lookable(
    _ unknown: [OutgoingItem], now: Timestamp, unless next: Timestamp?
  ) -> (item: OutgoingItem?, wake: Timestamp?) {
    var wake = next
    for item in unknown {
      let look = looks.withLock { looks in
        let first = (item.admittedAt ?? now).adding(Self.settling)
        let look = looks[item.id] ?? Look(next: first)
        looks[item.id] = look
        return look
      }
      if look.isOver { continue }
      if look.next <= now { return (item, nil) }
      wake = min(wake ?? look.next, look.next)
    }
    return (nil, wake)
  }

  private func send(_ admitted: Admitted) async throws {
    let id = admitted.item.id
    defer { lease.landed(id) }
    let fate = await attempt(admitted)
    if case .unknown = fate {
      looks.withLock { $0[id] = Look(next: clock.now().adding(Self.settling)) }
    }
    try store(fate, of: id, attempt: admitted.item.attempts)
  }

  private func attempt(_ admitted: Admitted) async -> DeliveryLog.Fate {
    guard !Self.isStale(admitted, now: clock.now()) else {
      return .unknown("the desk stood still before it could be sent")
    }
    do throws(ConnectorError) {
      switch try await connector.send(admitted) {
      case .done(let native): return .sent(native: native)
      case .unknown(let why): return .unknown(why)
      }
    } catch {
      return Self.fate(of: error)
    }
  }

  /// An outage or an answer without sense leaves open whether the write arrived.
  static func fate(of error: ConnectorError) -> DeliveryLog.Fate {
    switch error {
    case .rateLimited(let until): .later(until)
    case .unavailable(let why), .malformed(let why): .unknown(why)
    case .unauthorized(let why), .forbidden(let why), .missing(let why), .unsupported(let why):
      .refused(why)
    case .rejected(let code, let detail): .refused("\(detail) (\(code))")
    }
  }

  private func look(for item: OutgoingItem) async throws {
    do throws(ConnectorError) {
      switch try await connector.find(item) {
      case .present(let native): try settle(.sent(native: native), of: item)
      case .absent: try settle(.absent, of: item)
      case nil: lookLater(item)
      }
    } catch {
      postpone(item.id, error)
    }
  }

  /// A platform that cannot tell yet is asked again for a while, then a person is.
  private func lookLater(_ item: OutgoingItem) {
    let tried = item.admittedAt ?? item.createdAt
    if clock.now().since(tried) >= Self.longestDoubt {
      looks.withLock { $0[item.id]?.isOver = true }
    } else {
      postpone(item.id, .unavailable("it cannot tell yet"))
    }
  }

  private func settle(
    _ fate: DeliveryLog.Fate, of item: OutgoingItem
  ) throws(ConnectorError) {
    do {
      try store(fate, of: item.id, attempt: item.attempts)
      looks.withLock { $0[item.id] = nil }
    } catch {
      throw .unavailable("\(error)")
    }
  }

  /// Looks again later, 5 s doubling to 5 min; what a person must mend is left to a person.
  private func postpone(_ id: OutgoingID, _ error: ConnectorError) {
    let now = clock.now()
    looks.withLock { looks in
      var look = looks[id] ?? Look(next: now)
      look.tries += 1
      let wait = min(Int64(5) << Int64(min(look.tries, 6)), 300)
      look.next = now.adding(.seconds(wait))
      if case .rateLimited(let until) = error { look.next = max(until, now.adding(.seconds(1))) }
      if case .unsupported = error { look.isOver = true }
      looks[id] = look
    }
  }

  private func store(_ fate: DeliveryLog.Fate, of id: OutgoingID, attempt: Int) throws {
    let now = clock.now()
    try lease.record { tx in
      try DeliveryLog(tx: tx, now: now).store(fate, of: id, attempt: attempt)
    }
  }
}

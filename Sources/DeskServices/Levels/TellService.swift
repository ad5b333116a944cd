public import DeskCore

/// Tells people when the level moves and when a serious alert is raised, each once.
///
/// What is older than an hour when the desk starts is no news any more. A way that fails is tried
/// three times; then the desk says so on the screen and in the audit, and goes on.
public struct TellService: Sendable {
  /// The oldest news that is told, 1 hour.
  public static let memory = Span.hours(1)
  /// How long to wait before the second and the third try.
  static let patience: [Span] = [.seconds(2), .seconds(10)]

  /// What notifications are said to leave by.
  static let account = AccountID("desk")

  private let store: any LevelStore & AlertStore
  private let rules: LevelRules
  private let alerts: AlertTelling
  private let teller: any Teller
  private let clock: DeskClock

  /// Which alerts are told outside the desk, and to whom.
  public struct AlertTelling: Hashable, Sendable {
    /// The least severity.
    public var severity: Severity
    /// Who is told.
    public var contacts: [String]

    /// Makes one.
    public init(severity: Severity = .high, contacts: [String] = []) {
      self.severity = severity
      self.contacts = contacts
    }
  }

  /// Makes a service.
  public init(
    store: any LevelStore & AlertStore, rules: LevelRules,
    alerts: AlertTelling = AlertTelling(), teller: any Teller, clock: DeskClock = .system
  ) {
    self.store = store
    self.rules = rules
    self.alerts = alerts
    self.teller = teller
    self.clock = clock
  }

  /// Works until cancelled.
  /// - Throws: the store's error.
  public func run(lease: ServiceLease, bell: Doorbell) async throws {
    while !Task.isCancelled {
      let heard = bell.rings
      try await round(lease: lease)
      await bell.wait(past: heard, until: clock.now().adding(DueService.rhythm), clock: clock)
    }
  }

  /// Tells what is new, while this process has the lease.
  /// - Throws: the store's error.
  public func round(lease: ServiceLease) async throws {
    let now = clock.now()
    let since = now.adding(Span(milliseconds: -Self.memory.milliseconds))
    let move = try store.lastMove()
    let recent = try store.alerts(since: since)
    var work = try store.levelWork()
    if work.toldMove < 0 {
      let newest = recent.last?.id.rawValue ?? 0
      return try store.setTold(move: move?.id ?? 0, alert: newest, problem: "")
    }
    let before = work
    if let move, move.id > work.toldMove {
      if move.change.at >= since {
        let contacts = rules.contacts(from: move.from, to: move.change.level)
        guard let problem = try await tell(.moved(move), contacts, lease) else { return }
        work.problem = problem
      }
      work.toldMove = move.id
      try store.setTold(move: work.toldMove, alert: work.toldAlert, problem: work.problem)
    }
    for alert in recent where alert.id.rawValue > work.toldAlert && !Task.isCancelled {
      if alert.severity >= alerts.severity {
        guard let problem = try await tell(.alert(alert), alerts.contacts, lease) else { return }
        work.problem = problem
      }
      work.toldAlert = alert.id.rawValue
    }
    if work.toldAlert != before.toldAlert {
      try store.setTold(move: work.toldMove, alert: work.toldAlert, problem: work.problem)
    }
  }

  /// Passes the gate and tries until it is told or has failed three times; says why it failed, or
  /// nothing. Nil when another process has the lease.
  private func tell(
    _ news: DeskNews, _ contacts: [String], _ lease: ServiceLease
  ) async throws -> String? {
    guard let leave = try lease.holding(at: clock.now(), { try admit(news, contacts, $0) }) else {
      return nil
    }
    guard let admitted = leave else { return "" }
    lease.takesOff(admitted.item.id)
    defer { lease.landed(admitted.item.id) }
    let problem = await attempt(admitted)
    try lease.record { tx in
      try tx.move(
        admitted.item, to: problem.isEmpty ? .sent : .refused, "tell",
        why: problem.isEmpty ? news.subject : "failed: \(problem)", seat: .desk, at: clock.now())
    }
    return problem
  }

  /// Stores the notification and asks the gate; nil when it has left before, or may not leave.
  private func admit(
    _ news: DeskNews, _ contacts: [String], _ tx: any DeskTransaction
  ) throws -> Admitted? {
    let now = clock.now()
    let known = try tx.items(in: OutgoingState.allCases)
      .contains { $0.content.kind == .notification && $0.key == news.key }
    if known { return nil }
    let content = Outgoing(
      kind: .notification, account: Self.account,
      recipient: contacts.isEmpty ? nil : contacts.joined(separator: ", "), visibility: .direct,
      text: teller.words(of: news, to: contacts))
    let item = try tx.enqueue(content, dueAt: now, key: news.key, author: .desk, at: now)
    guard case .admit(let admitted) = try tx.passGate(item.id, now: now) else { return nil }
    return admitted
  }

  private func attempt(_ admitted: Admitted) async -> String {
    var problem = ""
    for turn in 0...Self.patience.count {
      do throws(TellProblem) {
        try await teller.tell(admitted)
        return ""
      } catch {
        problem = error.words
      }
      guard turn < Self.patience.count else { break }
      do { try await clock.sleep(for: Self.patience[turn]) } catch { break }
    }
    return problem
  }
}

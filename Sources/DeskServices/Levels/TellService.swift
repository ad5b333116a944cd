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

  private let store: any LevelStore & AlertStore & DecisionStore
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
    store: any LevelStore & AlertStore & DecisionStore, rules: LevelRules,
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
  public func run(bell: Doorbell) async throws {
    while !Task.isCancelled {
      let heard = bell.rings
      try await round()
      await bell.wait(past: heard, until: clock.now().adding(DueService.rhythm), clock: clock)
    }
  }

  /// Tells what is new.
  /// - Throws: the store's error.
  public func round() async throws {
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
        work.problem = try await tell(.moved(move), contacts)
      }
      work.toldMove = move.id
      try store.setTold(move: work.toldMove, alert: work.toldAlert, problem: work.problem)
    }
    for alert in recent where alert.id.rawValue > work.toldAlert && !Task.isCancelled {
      if alert.severity >= alerts.severity {
        work.problem = try await tell(.alert(alert), alerts.contacts)
      }
      work.toldAlert = alert.id.rawValue
    }
    if work.toldAlert != before.toldAlert {
      try store.setTold(move: work.toldMove, alert: work.toldAlert, problem: work.problem)
    }
  }

  /// Tries until it is told or has failed three times; says why it failed, or nothing.
  private func tell(_ news: DeskNews, _ contacts: [String]) async throws -> String {
    var problem = ""
    for turn in 0...Self.patience.count {
      do throws(TellProblem) {
        try await teller.tell(news, to: contacts)
        problem = ""
        break
      } catch {
        problem = error.words
      }
      guard turn < Self.patience.count else { break }
      do { try await clock.sleep(for: Self.patience[turn]) } catch { break }
    }
    let told = contacts.joined(separator: ", ")
    try note(news, problem.isEmpty ? told : "failed: \(problem)")
    return problem
  }

  private func note(_ news: DeskNews, _ detail: String) throws {
    try store.decide { tx in
      try tx.audit(
        AuditNote(action: "tell", subject: news.subject, detail: detail), seat: .desk,
        at: clock.now())
    }
  }
}

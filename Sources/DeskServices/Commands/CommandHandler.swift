public import DeskCore

/// Executes every command of the desk, whoever gave it: a key, a verb or a script.
///
/// Each command is one transaction: role, preconditions, change and audit note happen together or
/// not at all. Nothing else writes decisions.
public struct CommandHandler: Sendable {
  private let store: any DecisionStore
  private let rules: DeskRules
  private let committed: @Sendable (DeskCommand) -> Void

  /// Makes a handler.
  /// - Parameters:
  ///   - store: where decisions are kept.
  ///   - rules: who may do what, through which accounts.
  ///   - committed: called after each command that was stored, to wake whoever waits for work.
  public init(
    store: any DecisionStore, rules: DeskRules,
    committed: @escaping @Sendable (DeskCommand) -> Void = { _ in }
  ) {
    self.store = store
    self.rules = rules
    self.committed = committed
  }

  /// Carries out `command` for `seat` at `now`.
  /// - Throws: `Refusal` when it may not be done, the store's error when it could not be stored;
  ///   in both cases nothing has changed.
  @discardableResult
  public func execute(
    _ command: DeskCommand, as seat: Seat, at now: Timestamp
  ) throws -> CommandOutcome {
    let role = rules.team.role(of: seat)
    guard role >= command.role else { throw Refusal.role(needed: command.role, has: role) }
    let asked = ContinuousClock.now
    let outcome = try store.decide { transaction in
      let at = command.isPause ? now.adding(Self.since(asked)) : now
      return try Decision(tx: transaction, seat: seat, now: at, rules: rules).carryOut(command)
    }
    committed(command)
    return outcome
  }

  /// How long the write lock was waited for: a pause says when it closed, not when it was asked
  /// for, so that nothing admitted before it looks as if it had left after it.
  private static func since(_ asked: ContinuousClock.Instant) -> Span {
    let waited = asked.duration(to: .now).components
    return Span(
      milliseconds: waited.seconds * 1000 + waited.attoseconds / 1_000_000_000_000_000)
  }

  /// Stores who may do what, where it is not stored so already, for the gate to look at: what
  /// somebody decided yesterday leaves only if they may still send today.
  /// - Throws: the store's error.
  public func enrol(at now: Timestamp) throws {
    guard try store.storedTeam() != rules.team else { return }
    try store.decide { tx in
      try tx.setTeam(rules.team)
      let words = rules.team.roles.sorted { $0.key.rawValue < $1.key.rawValue }
        .map { "\($0.key) \($0.value.rawValue)" }.joined(separator: ", ")
      let detail = "others \(rules.team.defaultRole.rawValue)" + (words.isEmpty ? "" : "; \(words)")
      try tx.audit(AuditNote(action: "team", detail: detail), seat: .desk, at: now)
    }
  }

  /// Carries out several commands in order, as an undo needs it; each is a transaction of its own.
  /// - Throws: the first refusal; what came before it stays done.
  public func execute(
    all commands: [DeskCommand], as seat: Seat, at now: Timestamp
  ) throws {
    for command in commands { try execute(command, as: seat, at: now) }
  }
}

extension DeskCommand {
  fileprivate var isPause: Bool { if case .pause = self { true } else { false } }
}

/// What the commands need to know of the desk beside its database.
public struct DeskRules: Sendable {
  /// Who may do what.
  public var team: Team
  /// What the accounts can do.
  public var accounts: AccountBook
  /// How soon people are answered, and in which hours.
  public var service: ServiceLevels
  /// Who else must say yes before something leaves.
  public var approvals: any ApprovalPolicy
  /// How answers are read before they go.
  public var lint: AnswerLint
  /// How many people may have the same public words within a day without a second person.
  public var repeats: Int
  /// What everybody reads when an answer goes on in private.
  public var channel: PrivateChannel
  /// How long an answer can be recalled before it leaves, 0...30 seconds.
  public let countdown: Span
  /// The time zones this machine knows.
  public var zones: ZoneBook
  /// Gives 16 random bytes for each idempotency key.
  public var randomBytes: @Sendable () -> [UInt8]

  /// Makes rules; `countdownSeconds` outside 0...30 is moved to the nearer end.
  public init(
    team: Team = Team(), accounts: AccountBook, service: ServiceLevels = ServiceLevels(),
    approvals: any ApprovalPolicy = NoApprovals(), lint: AnswerLint = AnswerLint(),
    repeats: Int = RepeatGuard().limit, channel: PrivateChannel = PrivateChannel(),
    countdownSeconds: Int = 10,
    zones: @escaping ZoneBook = { $0 == "UTC" ? .utc : nil },
    randomBytes: @escaping @Sendable () -> [UInt8] = DeskRules.systemBytes
  ) {
    self.team = team
    self.accounts = accounts
    self.service = service
    self.approvals = approvals
    self.lint = lint
    self.repeats = repeats
    self.channel = channel
    self.countdown = .seconds(Int64(min(max(countdownSeconds, 0), 30)))
    self.zones = zones
    self.randomBytes = randomBytes
  }

  /// Sixteen bytes from the system's generator.
  public static let systemBytes: @Sendable () -> [UInt8] = {
    (0..<16).map { _ in UInt8.random(in: .min ... .max) }
  }

  func mintKey() -> IdempotencyKey { IdempotencyKey(of: randomBytes()) }
}

extension IdempotencyKey {
  init(of bytes: [UInt8]) {
    let digits = Array("0123456789abcdef")
    self.init(rawValue: String(bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }))
  }
}

import DeskCore
import DeskServices
import DeskTesting
import Synchronization

/// A desk in memory with one account, a clock and people.
struct TestDesk {
  let desk = MemoryDesk()
  let clock = TestClock()
  let platform = FakeConnector()
  /// What the commands know of the desk; changed between commands like desk.toml.
  var rules: DeskRules
  var handler: CommandHandler { CommandHandler(store: desk, rules: rules) }
  let mainAccount = AccountID("main")
  let ana = Seat("ana")
  let ben = Seat("ben")
  let eve = Seat("eve")

  init(
    countdownSeconds: Int = 10, accounts: [any Connector]? = nil,
    approvals: any ApprovalPolicy = NoApprovals()
  ) {
    let team = Team(
      roles: [Seat("eve"): .observer, Seat("tom"): .triage, Seat("ben"): .responder])
    let keys = Mutex<UInt8>(0)
    rules = DeskRules(
      team: team, accounts: AccountBook(connectors: accounts ?? [platform]),
      approvals: approvals, countdownSeconds: countdownSeconds,
      randomBytes: {
        keys.withLock { key in
          key += 1
          return [UInt8](repeating: key, count: 16)
        }
      })
  }

  var now: Timestamp { clock.now() }

  var deskClock: DeskClock {
    DeskClock(now: { clock.now() }, sleepUntil: { try await clock.sleep(until: $0) })
  }

  func incoming(
    _ native: String, _ text: String = "where is my bag?", replyTo: String? = nil,
    account: String = "main", visibility: Visibility = .public, isOwn: Bool = false
  ) -> IncomingMention {
    IncomingMention(
      key: MentionKey(account: AccountID(account), native: native), platform: .mastodon,
      author: Author(handle: "cara@example.social"), text: text, createdAt: now,
      inReplyTo: replyTo, visibility: visibility, isOwn: isOwn)
  }

  func intake(
    stored: @escaping @Sendable (IntakeResult) -> Void = { _ in }
  ) -> IntakeService {
    IntakeService(
      store: desk, judge: MentionJudge(reader: FlatReader()), clock: deskClock, stored: stored)
  }

  /// Stores mentions and returns their ids.
  @discardableResult
  func bring(_ mentions: IncomingMention...) throws -> [MentionID] {
    let first = try desk.status(now: now).newest
    let judge = MentionJudge(reader: FlatReader())
    _ = try desk.store(
      IntakeBatch(
        account: mainAccount, events: mentions.map { .upsert(judge.judge($0, at: now)) },
        cursor: nil, at: now))
    let last = try desk.status(now: now).newest
    return first < last ? (first + 1...last).map { MentionID(rawValue: $0) } : []
  }

  @discardableResult
  func run(_ command: DeskCommand, as seat: Seat? = nil) throws -> CommandOutcome {
    try handler.execute(command, as: seat ?? ana, at: now)
  }

  func refusal(_ command: DeskCommand, as seat: Seat? = nil) throws -> Refusal? {
    do {
      try run(command, as: seat)
      return nil
    } catch let refusal as Refusal {
      return refusal
    }
  }

  func reply(_ id: MentionID, _ text: String = "We are on it.") throws -> OutgoingItem {
    let version = try desk.mention(id)?.version ?? 0
    return try queued(.reply(id, text: text, isDirect: false, seenVersion: version))
  }

  func post(in span: Span, _ text: String = "Lovely weather") throws -> OutgoingItem {
    try queued(.schedulePost(account: mainAccount, text: text, dueAt: now.adding(span)))
  }

  func queued(_ command: DeskCommand, as seat: Seat? = nil) throws -> OutgoingItem {
    guard case .queued(let item) = try run(command, as: seat) else { throw MemoryDesk.Fault() }
    return item
  }

  func item(_ id: OutgoingID) throws -> OutgoingItem? {
    try desk.decide { try $0.item(id) }
  }

  func state(_ id: OutgoingID) throws -> OutgoingState? { try item(id)?.state }

  func state(_ id: MentionID) throws -> MentionState? { try desk.mention(id)?.state }

  func actions() throws -> [String] {
    try desk.audit(after: 0, limit: 10_000).map(\.action)
  }

  func delivery(_ holder: String = "one") -> (DeliveryService, ServiceLease) {
    let lease = ServiceLease(store: desk, holder: holder)
    let service = DeliveryService(connectors: [platform], lease: lease, clock: deskClock)
    return (service, lease)
  }
}

/// Reads nothing: every text is a neutral question.
struct FlatReader: MoodReader {
  let name = "flat"
  let version = 1
  func read(_ text: String, language hint: Language?) -> MoodReading {
    MoodReading(
      sentiment: .neutral, negative: 0, neutral: 1, positive: 0, intent: .question, abuse: 0,
      language: hint ?? .undetermined)
  }
  func reasons(for text: String, language hint: Language?) -> [MoodReason] { [] }
}

/// Lets other tasks run until `condition` holds; false when it never does.
func eventually(_ condition: () throws -> Bool) async rethrows -> Bool {
  for _ in 0..<20_000 {
    if try condition() { return true }
    await Task.yield()
    try? await Task.sleep(for: .microseconds(100))
  }
  return try condition()
}

/// Lets something happen a number of times.
final class Countdown: Sendable {
  private let left: Mutex<Int>
  init(_ count: Int) { left = Mutex(count) }
  func takeOne() -> Bool {
    left.withLock { left in
      guard left > 0 else { return false }
      left -= 1
      return true
    }
  }
}

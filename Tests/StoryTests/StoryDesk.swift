import DeskCore
import DeskServices
import DeskStore
import DeskTesting
import DeskUI
import Foundation

/// A desk on disk with a platform that keeps what it is sent, and a clock that a story moves.
final class StoryDesk {
  let clock = TestClock()
  let platform: FakeConnector
  let store: DeskDatabase
  var rules: DeskRules
  /// What each screen knows when somebody sits down.
  var macros: [Macro] = []
  var replies: [SavedReply] = []
  private let path: String
  private let delivery: DeliveryService
  private var screens: [StoryScreen] = []

  init(
    capabilities: Capabilities = Capabilities(rawValue: 0x3ff), team: Team = Team(),
    approvals: any ApprovalPolicy = NoApprovals()
  ) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("story-\(UUID().uuidString.prefix(8))").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    path = "\(folder)/desk.db"
    platform = FakeConnector(capabilities: capabilities, ruler: TextRuler(limit: 500))
    store = try DeskDatabase(path: path)
    rules = DeskRules(
      team: team, accounts: AccountBook(connectors: [platform]), approvals: approvals,
      countdownSeconds: 10)
    let clock = clock
    delivery = DeliveryService(
      connectors: [platform], lease: ServiceLease(store: store, holder: "story"),
      clock: DeskClock(now: { clock.now() }, sleepUntil: { try await clock.sleep(until: $0) }))
  }

  deinit {
    store.close()
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    try? FileManager.default.removeItem(at: folder)
  }

  /// Somebody sits down: a screen with its own connection to the same desk, as another process has.
  func sitDown(_ name: String, columns: Int = 120, rows: Int = 40) throws -> StoryScreen {
    let screen = try StoryScreen(
      seat: Seat(name), on: DeskDatabase(path: path), desk: self, columns: columns, rows: rows)
    screens.append(screen)
    return screen
  }

  /// Somebody writes; every screen that is connected hears of it.
  @discardableResult
  func write(
    _ text: String, from handle: String, native: String? = nil, replyTo: String? = nil
  ) throws -> MentionID {
    let number = try store.status(now: clock.now()).newest + 1
    let judge = MentionJudge(reader: LexiconMoodReader(), service: rules.service)
    let incoming = IncomingMention(
      key: MentionKey(account: platform.account.id, native: native ?? "n\(number)"),
      platform: platform.account.platform, author: Author(handle: handle), text: text,
      createdAt: clock.now(), inReplyTo: replyTo)
    _ = try store.store(
      IntakeBatch(
        account: platform.account.id, events: [.upsert(judge.judge(incoming, at: clock.now()))],
        cursor: nil, at: clock.now()))
    tell()
    return MentionID(rawValue: number)
  }

  /// What was stored is looked through for those who say nearly the same, by a process of its own.
  func cluster() throws {
    try ClusterService(store: store).catchUp()
    tell()
  }

  /// Time passes, a second at a time, and what is due leaves.
  func wait(_ span: Span) async throws {
    for _ in 0..<max(1, span.milliseconds / 1000) {
      clock.advance(by: .seconds(1))
      try await delivery.drain()
      tell()
      for screen in screens { screen.tick() }
    }
  }

  /// Every screen that is connected reads again, as after any commit.
  func tell() { for screen in screens { screen.hear() } }

  /// The texts that arrived on the platform, in order.
  var arrived: [String] { platform.sent.map(\.content.text) }

  /// What the audit says was done, in order.
  func actions() throws -> [String] {
    try store.audit(after: 0, limit: 10_000).map { "\($0.seat) \($0.action)" }
  }
}

public import DeskCore
import Synchronization

/// A platform that does what a test tells it, and remembers what was asked of it.
public final class FakeConnector: Connector {
  /// What one attempt to send comes to.
  public enum Answer: Sendable {
    /// It works; the platform numbers what it got.
    case works
    /// It arrives, but the answer is lost.
    case arrivesSilently
    /// It does not arrive, and nobody says so.
    case vanishes
    /// It fails in a way the platform names.
    case fails(ConnectorError)
    /// It waits until the test lets it go on, and works then.
    case waits
    /// It waits until the test lets it go on, and fails then.
    case waitsAndFails(ConnectorError)
  }

  struct State: Sendable {
    var answers: [Answer] = []
    var found: Found??
    var findFailures: [ConnectorError] = []
    var sent: [OutgoingItem] = []
    var arrived: [IdempotencyKey: String] = [:]
    var finds = 0
    var holdFailures: [String: ConnectorError] = [:]
    var held: [String] = []
    var native: [NativePost] = []
    var missing: [String: String] = [:]
    var lostAnswers = 0
    var restored: [String] = []
    var published: [String] = []
    var opened: [[String]] = []
    var waiting: [CheckedContinuation<Void, Never>] = []
    var script: [SourceSignal] = []
    var runFailures: [ConnectorError] = []
    var runs: [Cursor?] = []
  }

  /// The account.
  public let account: Account
  /// What it can do.
  public let capabilities: Capabilities
  /// How it counts.
  public let ruler: TextRuler
  let state = Mutex(State())

  /// Makes a platform that can do everything unless told otherwise.
  public init(
    _ id: String = "main", capabilities: Capabilities = Capabilities(rawValue: 0x3ff),
    ruler: TextRuler = TextRuler(limit: 100)
  ) {
    account = Account(id: AccountID(id), platform: .mastodon, handle: "brand")
    self.capabilities = capabilities
    self.ruler = ruler
  }

  /// Scripts the next attempts; after them everything works.
  public func answer(_ answers: Answer...) { state.withLock { $0.answers += answers } }
  /// Scripts what looking for an item says; without it the truth.
  public func find(says found: Found?) { state.withLock { $0.found = .some(found) } }
  /// Scripts failures of the next looks.
  public func find(fails errors: ConnectorError...) {
    state.withLock { $0.findFailures += errors }
  }
  /// Scripts what the source says, then whether and how each run fails.
  public func source(_ script: [SourceSignal], failures: [ConnectorError] = []) {
    state.withLock { ($0.script, $0.runFailures) = (script, failures) }
  }

  /// Everything it was asked to send, in order.
  public var sent: [OutgoingItem] { state.withLock { $0.sent } }
  /// How many different items arrived.
  public var arrivedCount: Int { state.withLock { $0.arrived.count } }
  /// How often it was asked to look.
  public var findCount: Int { state.withLock { $0.finds } }
  /// What the source was told to be open, at each start.
  public var opened: [[String]] { state.withLock { $0.opened } }
  /// From where its source was started, each time.
  public var runs: [Cursor?] { state.withLock { $0.runs } }
  /// How many attempts wait.
  public var waitingCount: Int { state.withLock { $0.waiting.count } }

  /// Lets all waiting attempts go on.
  public func letGo() {
    let waiting = state.withLock { state in
      defer { state.waiting = [] }
      return state.waiting
    }
    for continuation in waiting { continuation.resume() }
  }

  /// Says what it can do.
  public func probe() async throws(ConnectorError) -> Probe {
    Probe(account: account, capabilities: capabilities, textLimit: ruler.limit)
  }

  /// Remembers what is open and runs.
  public func run(
    from cursor: Cursor?, open: @escaping @Sendable () throws -> [String],
    deliver: @escaping @Sendable (SourceSignal) async throws -> Void
  ) async throws(ConnectorError) {
    let ids = (try? open()) ?? []
    state.withLock { $0.opened.append(ids) }
    try await run(from: cursor, deliver: deliver)
  }

  /// Plays the script and returns, or fails as scripted.
  public func run(
    from cursor: Cursor?, deliver: @escaping @Sendable (SourceSignal) async throws -> Void
  ) async throws(ConnectorError) {
    let (script, failure) = state.withLock { state in
      state.runs.append(cursor)
      return (state.script, state.runFailures.isEmpty ? nil : state.runFailures.removeFirst())
    }
    for signal in script {
      do { try await deliver(signal) } catch { throw .unavailable("\(error)") }
    }
    if let failure { throw failure }
  }

  /// Sends as scripted.
  public func send(_ admitted: Admitted) async throws(ConnectorError) -> WriteResult {
    let answer = state.withLock { state in
      state.sent.append(admitted.item)
      return state.answers.isEmpty ? .works : state.answers.removeFirst()
    }
    switch answer {
    case .works: return .done(native: arrive(admitted.item))
    case .arrivesSilently:
      _ = arrive(admitted.item)
      return .unknown("no answer")
    case .vanishes: return .unknown("no answer")
    case .fails(let error): throw error
    case .waits:
      await untilLetGo()
      return .done(native: arrive(admitted.item))
    case .waitsAndFails(let error):
      await untilLetGo()
      throw error
    }
  }

  private func untilLetGo() async {
    await withCheckedContinuation { continuation in
      state.withLock { $0.waiting.append(continuation) }
    }
  }

  private func arrive(_ item: OutgoingItem) -> String {
    state.withLock { state in
      let native = state.arrived[item.key] ?? "sent-\(state.arrived.count + 1)"
      state.arrived[item.key] = native
      return native
    }
  }

  /// Looks, as scripted or in truth.
  public func find(_ item: OutgoingItem) async throws(ConnectorError) -> Found? {
    let result: Result<Found?, ConnectorError> = state.withLock { state in
      state.finds += 1
      if !state.findFailures.isEmpty { return .failure(state.findFailures.removeFirst()) }
      if let found = state.found { return .success(found) }
      if state.published.contains(item.content.text) { return .success(.present(native: "own")) }
      return .success(state.arrived[item.key].map { .present(native: $0) } ?? .absent)
    }
    return try result.get()
  }
}

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
  }

  private struct State {
    var answers: [Answer] = []
    var found: Found??
    var findFailures: [ConnectorError] = []
    var sent: [OutgoingItem] = []
    var arrived: [IdempotencyKey: String] = [:]
    var finds = 0
    var holdFailures: [String: ConnectorError] = [:]
    var held: [String] = []
    var native: [NativePost] = []
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
  private let state = Mutex(State())

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
  /// Scripts the posts on the platform's scheduler.
  public func schedule(_ posts: [NativePost]) { state.withLock { $0.native = posts } }
  /// Scripts a failure to hold one of them.
  public func hold(_ native: String, fails error: ConnectorError) {
    state.withLock { $0.holdFailures[native] = error }
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
  /// The posts it held, in order.
  public var held: [String] { state.withLock { $0.held } }
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
      await withCheckedContinuation { continuation in
        state.withLock { $0.waiting.append(continuation) }
      }
      return .done(native: arrive(admitted.item))
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
      return .success(state.arrived[item.key].map { .present(native: $0) } ?? .absent)
    }
    return try result.get()
  }

  /// Lists the scripted posts.
  public func nativePosts() async throws(ConnectorError) -> [NativePost] {
    state.withLock { $0.native }
  }

  /// Holds a post, or fails as scripted.
  public func hold(
    _ post: NativePost, now: Timestamp
  ) async throws(ConnectorError) -> NativePost {
    let result: Result<NativePost, ConnectorError> = state.withLock { state in
      if let error = state.holdFailures[post.native] { return .failure(error) }
      state.held.append(post.native)
      var held = post
      held.hold = .moved
      return .success(held)
    }
    return try result.get()
  }
}

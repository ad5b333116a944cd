import DeskConnectors
import DeskCore
import DeskTesting
import Synchronization
import Testing

/// Stands in for intake: stores what a connector hands over and counts what came twice.
final class TestDesk: Sendable {
  struct State: Sendable {
    var texts: [String: String] = [:]
    var own: Set<String> = []
    var deleted: Set<String> = []
    var gaps: [Gap] = []
    var repeated: [String] = []
    var cursor: Cursor?
    var health: [SourceHealth] = []
    var batches = 0
  }
  private let state = Mutex(State())
  var now: State { state.withLock { $0 } }

  func take(_ signal: SourceSignal) {
    state.withLock { state in
      switch signal {
      case .health(let health): state.health.append(health)
      case .batch(let batch):
        state.batches += 1
        for event in batch.events { Self.store(event, &state) }
        if let cursor = batch.cursor { state.cursor = cursor }
      }
    }
  }

  private static func store(_ event: SourceEvent, _ state: inout State) {
    switch event {
    case .upsert(let mention):
      let id = mention.key.native
      if state.texts[id] == mention.text { state.repeated.append(id) }
      state.texts[id] = mention.text
      if mention.isOwn { state.own.insert(id) }
    case .deleted(let key): state.deleted.insert(key.native)
    case .gap(let gap): state.gaps.append(gap)
    }
  }

  /// Waits until `condition` holds; records an issue when it does not within 20 seconds.
  func until(
    _ what: String, sourceLocation: SourceLocation = #_sourceLocation,
    _ condition: (State) -> Bool
  ) async throws {
    for _ in 0..<2000 {
      if condition(now) { return }
      try await Task.sleep(for: .milliseconds(10))
    }
    Issue.record("never: \(what); at the end \(now)", sourceLocation: sourceLocation)
  }
}

/// Settings that point at a scripted server and lose no time.
func settings(
  _ server: ScriptedMastodon, poll: Span = .hours(1), words: [String] = [], hashtags: [String] = []
) -> MastodonSettings {
  var settings = MastodonSettings(account: AccountID("main"), baseURL: server.url) {
    ScriptedMastodon.token
  }
  settings.pollInterval = poll
  settings.words = words
  settings.hashtags = hashtags
  settings.firstRetry = Span(milliseconds: 20)
  settings.longestRetry = Span(milliseconds: 100)
  settings.requestTimeout = .seconds(5)
  settings.settleTime = .seconds(0)
  return settings
}

/// Runs a connector for as long as `body` takes.
func running(
  _ settings: MastodonSettings, desk: TestDesk, open: [String] = [],
  _ body: () async throws -> Void
) async throws {
  let connector = MastodonConnector(settings: settings)
  let cursor = desk.now.cursor
  let task = Task {
    try await connector.run(from: cursor, open: { open }, deliver: { desk.take($0) })
  }
  defer { task.cancel() }
  try await body()
  task.cancel()
  try await task.value
}

/// An item as the gate lets it out.
func item(
  _ content: Outgoing, key: String = "0123456789abcdef0123456789abcdef", at now: Timestamp
) -> OutgoingItem {
  OutgoingItem(
    id: OutgoingID(rawValue: 1), content: content, state: .queued, dueAt: now,
    key: IdempotencyKey(rawValue: key), author: Seat("ana"), createdAt: now, admittedAt: now)
}

func admitted(_ item: OutgoingItem) throws -> Admitted {
  guard case .admit(let admitted) = Gate.decide(item, given: Gate.View(), now: item.dueAt) else {
    throw ConnectorError.unsupported("the gate does not let it out")
  }
  return admitted
}

/// A clock for tests that need the time of day alone.
var currentTime: Timestamp { WorldClock.live.now() }

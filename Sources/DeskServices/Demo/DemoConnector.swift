public import DeskCore
import Synchronization

/// An invented platform: plays a script as its source and pretends to send; nothing leaves the
/// machine by it.
public final class DemoConnector: Connector {
  /// The account of the demo desk.
  public static let demoAccount = AccountID("demo")

  /// The pretend account.
  public let account = Account(id: demoAccount, platform: .demo, handle: "nimbara")
  /// Everything but a scheduler of its own.
  public let capabilities: Capabilities = [
    .mentions, .watchwords, .live, .edits, .reply, .directReply, .post, .deleteOwn,
    .idempotentWrite, .namedRecipients,
  ]
  /// The most common rule of real platforms.
  public let ruler = TextRuler.mastodon

  private struct Sent: Sendable {
    var attempts = 0
    var arrived: [IdempotencyKey: String] = [:]
  }

  private let score: DemoScore
  private let speed: Double
  private let clock: DeskClock
  private let sent = Mutex(Sent())

  /// Makes a platform.
  /// - Parameters:
  ///   - script: what people write.
  ///   - speed: how many seconds of the script pass in one, above 0; 1 by default.
  ///   - clock: the time.
  public init(script: DemoScript = .embedded, speed: Double = 1, clock: DeskClock = .system) {
    score = DemoScore(script)
    self.speed = speed > 0 ? speed : 1
    self.clock = clock
  }

  /// Says that nothing leaves the machine.
  public func probe() async throws(ConnectorError) -> Probe {
    Probe(
      account: account, capabilities: capabilities, textLimit: ruler.limit,
      limits: ["This is a demo: people and platform are invented, nothing leaves the machine."],
      clockSkew: .seconds(0))
  }

  /// Plays the script from where `cursor` says, the past at once, the rest in its time.
  public func run(
    from cursor: Cursor?, deliver: @escaping @Sendable (SourceSignal) async throws -> Void
  ) async throws(ConnectorError) {
    do {
      try await play(from: DemoPlace(cursor) ?? DemoPlace(start: clock.now(), next: 0), deliver)
    } catch is CancellationError {
      return
    } catch {
      throw .unavailable("\(error)")
    }
  }

  private func play(
    from place: DemoPlace, _ deliver: @Sendable (SourceSignal) async throws -> Void
  ) async throws {
    var place = place
    while place.next < score.beats.count {
      try Task.checkCancellation()
      try await waitOutOutage(place, deliver)
      let due = dueBeats(place)
      if due.isEmpty {
        try await deliver(.health(health(.live, "demo: nothing leaves this machine")))
        try await clock.sleep(until: time(of: score.beats[place.next].offset, place))
      } else {
        place.next += due.count
        let events = due.map { event($0, place) }
        try await deliver(
          .batch(SourceBatch(account: account.id, events: events, cursor: place.cursor)))
      }
    }
    while true {
      try await deliver(.health(health(.live, "demo: the script has come to its end")))
      try await clock.sleep(for: .minutes(1))
    }
  }

  private func waitOutOutage(
    _ place: DemoPlace, _ deliver: @Sendable (SourceSignal) async throws -> Void
  ) async throws {
    let begins = time(of: DemoScore.outage.lowerBound, place)
    let ends = time(of: DemoScore.outage.upperBound, place)
    guard clock.now() >= begins, clock.now() < ends else { return }
    try await deliver(.health(health(.reconnecting, "demo: the platform does not answer")))
    try await clock.sleep(until: ends)
    try await deliver(.health(health(.polling, "demo: catching up")))
  }

  /// Everything whose time has come, at most one transaction's worth.
  private func dueBeats(_ place: DemoPlace) -> ArraySlice<DemoScore.Beat> {
    let now = clock.now()
    return score.beats[place.next...].prefix(IntakeService.batchLimit).prefix {
      time(of: $0.offset, place) <= now
    }
  }

  /// The past keeps its length; what is to come is played at the asked speed.
  private func time(of offset: Double, _ place: DemoPlace) -> Timestamp {
    let milliseconds = (offset > 0 ? offset / speed : offset) * 1000
    return place.start.adding(Span(milliseconds: Int64(milliseconds.rounded())))
  }

  private func event(_ beat: DemoScore.Beat, _ place: DemoPlace) -> SourceEvent {
    switch beat.event {
    case .mention(let mention), .edit(let mention): .upsert(incoming(mention, place))
    case .deletion(let mention): .deleted(key(mention.id))
    }
  }

  private func key(_ native: String) -> MentionKey {
    MentionKey(account: account.id, native: native)
  }

  private func incoming(_ mention: DemoMention, _ place: DemoPlace) -> IncomingMention {
    IncomingMention(
      key: key(mention.id), platform: .demo,
      author: Author(
        handle: mention.handle, name: mention.displayName, followers: mention.followers,
        accountCreatedAt: place.start.adding(.days(-Int64(mention.accountAgeDays)))),
      text: mention.text, createdAt: time(of: mention.offset, place),
      inReplyTo: mention.inReplyTo, languageHint: mention.language)
  }

  private func health(_ state: SourceHealth.State, _ detail: String) -> SourceHealth {
    let now = clock.now()
    return SourceHealth(
      account: account.id, state: state, detail: detail,
      heardAt: state == .reconnecting ? nil : now, reportedAt: now)
  }

  /// Pretends to send: takes a moment, says no to each seventh, loses each eleventh answer.
  public func send(_ admitted: Admitted) async throws(ConnectorError) -> WriteResult {
    let attempt = sent.withLock { sent in
      sent.attempts += 1
      return sent.attempts
    }
    do { try await clock.sleep(for: Span(milliseconds: 400 + Int64(attempt * 271 % 900))) } catch {
      throw .unavailable("the demo was stopped")
    }
    if attempt % 7 == 0 {
      throw .rejected(code: 422, detail: "the demo platform says no, as real ones sometimes do")
    }
    let native = sent.withLock { sent in
      let native = sent.arrived[admitted.item.key] ?? "demo-\(attempt)"
      sent.arrived[admitted.item.key] = native
      return native
    }
    return attempt % 11 == 0 ? .unknown("the demo platform did not answer") : .done(native: native)
  }

  /// Looks among what it pretended to send.
  public func find(_ item: OutgoingItem) async throws(ConnectorError) -> Found? {
    sent.withLock { $0.arrived[item.key] }.map { .present(native: $0) } ?? .absent
  }

  /// It has no scheduler of its own.
  public func nativePosts() async throws(ConnectorError) -> [NativePost] { [] }

  /// It has no scheduler of its own.
  public func hold(
    _ admitted: AdmittedHold, now: Timestamp
  ) async throws(ConnectorError) -> NativePost {
    throw .unsupported("the demo platform has no scheduler")
  }
}

/// Where a demo stands: when its shift began, and which event comes next.
struct DemoPlace: Hashable, Sendable {
  let start: Timestamp
  var next: Int

  init(start: Timestamp, next: Int) {
    self.start = start
    self.next = next
  }

  init?(_ cursor: Cursor?) {
    guard let start = cursor?.parts["start"].flatMap(Int64.init),
      let next = cursor?.parts["next"].flatMap({ Int($0) }), next >= 0
    else { return nil }
    self.init(start: Timestamp(milliseconds: start), next: next)
  }

  var cursor: Cursor {
    Cursor(parts: ["start": String(start.milliseconds), "next": String(next)])
  }
}

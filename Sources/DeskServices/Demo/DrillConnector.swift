public import DeskCore

/// An invented platform on which a simulated crisis runs; nothing leaves the machine by it.
public final class DrillConnector: Connector {
  /// The account of a drill.
  public static let drillAccount = AccountID("drill")

  /// The pretend account.
  public let account = Account(id: drillAccount, platform: .demo, handle: "nimbara")
  /// As the demo.
  public var capabilities: Capabilities { demo.capabilities }
  /// As the demo.
  public var ruler: TextRuler { demo.ruler }

  private let demo: DemoConnector
  private let drill: Drill
  private let texts: DrillTexts
  private let clock: DeskClock

  /// Makes a platform; `reader` says in which mood the texts of the demo are.
  public init(drill: Drill, reader: any MoodReader, clock: DeskClock) {
    self.drill = drill
    self.clock = clock
    demo = DemoConnector(clock: clock)
    texts = DrillTexts(script: .embedded, reader: reader)
  }

  /// Says that nothing leaves the machine.
  public func probe() async throws(ConnectorError) -> Probe { try await demo.probe() }

  /// What was written in the hours before somebody sat down.
  func past() -> SourceBatch {
    var events: [SourceEvent] = []
    var counts = drill.counts
    while true {
      let bucket = counts.next()
      guard bucket.start < Drill.opening else { break }
      guard bucket.start >= Self.firstMention else { continue }
      let mentions = texts.mentions(of: bucket, drill: drill, account: account.id)
      events += mentions.map { .upsert($0) }
    }
    return SourceBatch(account: account.id, events: events, cursor: Self.cursor(Drill.opening))
  }

  /// Where the mentions begin; before it there are only counts.
  static var firstMention: Timestamp {
    Drill.opening.adding(Span(milliseconds: -Drill.past.milliseconds))
  }

  /// Plays what comes after, each voice in its time.
  public func run(
    from cursor: Cursor?, deliver: @escaping @Sendable (SourceSignal) async throws -> Void
  ) async throws(ConnectorError) {
    do {
      try await play(from: Self.place(cursor) ?? Drill.opening, deliver)
    } catch is CancellationError {
      return
    } catch {
      throw .unavailable("\(error)")
    }
  }

  private func play(
    from place: Timestamp, _ deliver: @Sendable (SourceSignal) async throws -> Void
  ) async throws {
    var counts = drill.counts
    while true {
      let bucket = counts.next()
      guard bucket.start >= place else { continue }
      var rest = texts.mentions(of: bucket, drill: drill, account: account.id)[...]
      let end = bucket.start.adding(.minutes(5))
      repeat {
        try await clock.sleep(until: min(rest.first?.createdAt ?? end, end))
        let now = clock.now()
        let due = rest.prefix { $0.createdAt <= now }
        rest = rest.dropFirst(due.count)
        let batch = SourceBatch(
          account: account.id, events: due.map { .upsert($0) },
          cursor: Self.cursor(rest.isEmpty ? end : bucket.start))
        try await deliver(.batch(batch))
        let detail = "drill: nothing leaves this machine"
        let health = SourceHealth(
          account: account.id, state: .live, detail: detail, heardAt: now, reportedAt: now)
        try await deliver(.health(health))
      } while !rest.isEmpty
      try await clock.sleep(until: end)
    }
  }

  private static func cursor(_ place: Timestamp) -> Cursor {
    Cursor(parts: ["next": String(place.seconds)])
  }

  private static func place(_ cursor: Cursor?) -> Timestamp? {
    cursor?.parts["next"].flatMap { Int64($0) }.map { Timestamp(seconds: $0) }
  }

  /// Pretends to send.
  public func send(_ admitted: Admitted) async throws(ConnectorError) -> WriteResult {
    try await demo.send(admitted)
  }

  /// Looks among what it pretended to send.
  public func find(_ item: OutgoingItem) async throws(ConnectorError) -> Found? {
    try await demo.find(item)
  }

  /// It has no scheduler of its own.
  public func nativePosts() async throws(ConnectorError) -> [NativePost] { [] }

  /// It has no scheduler of its own.
  public func hold(
    _ admitted: AdmittedHold, now: Timestamp
  ) async throws(ConnectorError) -> NativePost {
    throw .unsupported("a drill has no scheduler")
  }
}

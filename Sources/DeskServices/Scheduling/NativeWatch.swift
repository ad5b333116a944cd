public import DeskCore

/// Watches one account's posts on the platform's own scheduler, and holds them while paused.
public struct NativeWatch: Sendable {
  /// How often the platform is asked, 60 seconds.
  public static let rhythm = Span.seconds(60)

  private let connector: any Connector
  private let reader: any DeskReader
  private let lease: ServiceLease
  private let clock: DeskClock

  /// Makes a watch for a connector that has `Capabilities.nativeSchedule`.
  public init(
    connector: any Connector, reader: any DeskReader, lease: ServiceLease,
    clock: DeskClock = .system
  ) {
    self.connector = connector
    self.reader = reader
    self.lease = lease
    self.clock = clock
  }

  /// Watches until cancelled; a ring of `bell` makes it look at once when a pause has begun.
  /// - Throws: the store's error.
  public func run(bell: Doorbell) async throws {
    var wasPaused = false
    var nextLook = clock.now()
    while !Task.isCancelled {
      let heard = bell.rings
      let now = clock.now()
      let isPaused = try reader.status(now: now).pause != nil
      if now >= nextLook || (isPaused && !wasPaused) {
        nextLook = try await round() ?? now.adding(Self.rhythm)
      }
      wasPaused = isPaused
      await bell.wait(past: heard, until: nextLook, clock: clock)
    }
  }

  /// Looks once; returns when the platform asked to be left alone until, nil when it did not.
  /// - Throws: the store's error.
  @discardableResult
  public func round() async throws -> Timestamp? {
    guard lease.holds(at: clock.now()) else { return nil }
    let listed: [NativePost]
    do throws(ConnectorError) {
      listed = try await connector.nativePosts()
    } catch {
      if case .rateLimited(let until) = error { return until }
      return nil
    }
    var posts = merge(listed, known: try reader.nativePosts())
    try remember(posts)
    guard try reader.status(now: clock.now()).pause != nil else { return nil }
    for index in posts.indices where posts[index].hold == .none || posts[index].hold == .failed {
      let (held, wait) = await hold(posts[index])
      posts[index] = held
      try remember(posts, note: held)
      if let wait { return wait }
      // Whoever resumes while posts are being held means the rest as well.
      guard try reader.status(now: clock.now()).pause != nil else { return nil }
    }
    return nil
  }

  /// What the platform lists, with what the desk remembers of posts it has held itself.
  private func merge(_ listed: [NativePost], known: [NativePost]) -> [NativePost] {
    let mine = known.filter { $0.account == connector.account.id }
    let remembered = Dictionary(mine.map { ($0.native, $0) }) { $1 }
    let present = Set(listed.map(\.native))
    let merged = listed.map { post in
      remembered[post.native].flatMap { $0.hold == .moved ? $0 : nil } ?? post
    }
    let kept = mine.filter { $0.hold == .kept && !present.contains($0.native) }
    return (merged + kept).sorted { ($0.dueAt, $0.native) < ($1.dueAt, $1.native) }
  }

  private func hold(_ post: NativePost) async -> (NativePost, wait: Timestamp?) {
    do throws(ConnectorError) {
      return (try await connector.hold(post, now: clock.now()), nil)
    } catch {
      var failed = post
      failed.hold = .failed
      failed.detail = "\(error)"
      if case .rateLimited(let until) = error {
        failed.detail = "the platform asks to wait until \(until.rfc3339)"
        return (failed, until)
      }
      return (failed, nil)
    }
  }

  private func remember(_ posts: [NativePost], note held: NativePost? = nil) throws {
    let now = clock.now()
    try lease.record { tx in
      try tx.setNativePosts(posts, account: connector.account.id)
      guard let held else { return }
      let detail = held.detail.isEmpty ? held.hold.rawValue : "\(held.hold): \(held.detail)"
      try tx.audit(
        AuditNote(
          action: "native-hold", subject: "\(held.account) \(held.native)", detail: detail),
        seat: .desk, at: now)
    }
  }
}

public import DeskCore

/// Watches one account's posts on the platform's own scheduler: holds them while a pause stands,
/// and puts them back afterwards, each with its own result.
///
/// What is about to be asked of the platform is stored first, so that a process that dies in the
/// middle is continued by the next: the platform's list then tells how far it came.
public struct NativeWatch: Sendable {
  /// How often the platform is asked, 60 seconds.
  public static let rhythm = Span.seconds(60)
  /// A held post that stands nearer than this is moved away once more.
  private static let nearAgain = Span.days(1)

  let connector: any Connector
  let lease: ServiceLease
  let clock: DeskClock
  private let randomBytes: @Sendable () -> [UInt8]

  /// Makes a watch for a connector that has `Capabilities.nativeSchedule`.
  public init(
    connector: any Connector, lease: ServiceLease, clock: DeskClock = .system,
    randomBytes: @escaping @Sendable () -> [UInt8] = DeskRules.systemBytes
  ) {
    self.connector = connector
    self.lease = lease
    self.clock = clock
    self.randomBytes = randomBytes
  }

  /// Watches until cancelled; a ring of `bell` makes it look at once when a pause began or ended.
  /// - Throws: the store's error.
  public func run(bell: Doorbell) async throws {
    var wasPaused: Bool?
    var nextLook = clock.now()
    while !Task.isCancelled {
      let heard = bell.rings
      let now = clock.now()
      let isPaused = try lease.pause() != nil
      if now >= nextLook || isPaused != wasPaused {
        nextLook = try await round() ?? now.adding(Self.rhythm)
      }
      wasPaused = isPaused
      await bell.wait(past: heard, until: nextLook, clock: clock)
    }
  }

  /// Looks once, soonest first; returns when the platform asked to be left alone until, nil when
  /// it did not.
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
    guard let ledger = try held({ try $0.reconcile(listed) }) else { return nil }
    let isPaused = try lease.pause() != nil
    for post in ledger.posts {
      // Who pauses or resumes in the middle means what is left as well: look again from the start.
      guard try (lease.pause() != nil) == isPaused, lease.holds(at: clock.now()) else {
        return nil
      }
      guard let stands = ledger.standing[post.native] else { continue }
      let wait = try await isPaused ? holdBack(post, standing: stands) : giveBack(post)
      if let wait { return wait }
    }
    return nil
  }

  // MARK: Holding

  private func holdBack(_ post: NativePost, standing: Timestamp) async throws -> Timestamp? {
    let now = clock.now()
    switch post.hold {
    case .none, .failed: return try await hold(post, standing: standing)
    case .moved where standing.since(now) < Self.nearAgain:
      return try await hold(post, standing: standing)
    case .moved where post.dueAt.since(now) < NativePost.leastNotice:
      return try await takeOver(post, why: "its time came while it was held")
    case .moved, .kept, .holding: return nil
    }
  }

  private func hold(_ post: NativePost, standing: Timestamp) async throws -> Timestamp? {
    guard let admitted = try admit(.hold, post, standing: standing) else { return nil }
    let result: NativePost
    do throws(ConnectorError) {
      result = try await connector.hold(admitted, now: clock.now())
    } catch {
      return try failed(post, error, action: "native-hold", back: .failed)
    }
    try record { notes in
      try notes.change(post.native, from: .holding, action: "native-hold") { stored in
        guard result.hold == .kept else { return stored.becoming(result.hold, result.detail) }
        return try notes.takeOver(stored, why: result.detail)
      }
    }
    return nil
  }

  // MARK: Putting back

  private func giveBack(_ post: NativePost) async throws -> Timestamp? {
    guard post.hold == .moved else { return nil }
    let now = clock.now()
    guard post.dueAt.since(now) >= NativePost.leastNotice else {
      return try await takeOver(post, why: "its time came while it was held")
    }
    guard let admitted = try admit(.restore, post) else { return nil }
    do throws(ConnectorError) {
      try await connector.restore(admitted, at: post.dueAt, now: now)
    } catch {
      if case .rejected(_, let why) = error {
        return try await takeOver(post, why: "it could not be put back (\(why))")
      }
      return try failed(post, error, action: "native-restore", back: .moved)
    }
    try record { notes in
      try notes.change(post.native, from: .moved, action: "native-restore") {
        $0.becoming(.none, "back at its time")
      }
    }
    return nil
  }

  /// Takes a moved post off the platform and makes it one of the desk's own; one that only the
  /// platform can send whole stays there, far away, and says so.
  private func takeOver(_ post: NativePost, why: String) async throws -> Timestamp? {
    let missing = connector.adoption(of: post).missing
    guard missing.isEmpty else {
      let words = "\(why); the desk cannot send \(missing): give it a time on the platform"
      try record { notes in
        try notes.change(post.native, from: .moved, action: "native-restore") {
          $0.becoming(.moved, words)
        }
      }
      return nil
    }
    guard let admitted = try admit(.takeOff, post) else { return nil }
    do throws(ConnectorError) {
      try await connector.takeOff(admitted)
    } catch {
      return try failed(post, error, action: "native-kept", back: .moved)
    }
    try record { notes in
      try notes.change(post.native, from: .holding, action: "native-kept") {
        try notes.takeOver($0, why: why)
      }
    }
    return nil
  }

  // MARK: Notes

  /// Asks the gate and stores what is about to be asked of the platform; nil when the lease is
  /// lost, the post has changed, or the pause does not let it.
  private func admit(
    _ act: NativeAct, _ post: NativePost, standing: Timestamp? = nil
  ) throws -> AdmittedHold? {
    try held { try $0.tx.passGate(act, post, standing: standing) } ?? nil
  }

  /// Stores why it did not work; after an outage nothing is known until the next list.
  private func failed(
    _ post: NativePost, _ error: ConnectorError, action: String, back: NativePost.Hold
  ) throws -> Timestamp? {
    var until: Timestamp?
    var words = error.reason
    if case .rateLimited(let time) = error {
      until = time
      words = "the platform asks to wait until \(time.rfc3339)"
    }
    let hold = error.leavesOpen ? nil : back
    try record { notes in
      for from in [NativePost.Hold.holding, .moved] {
        let isDone = try notes.change(post.native, from: from, action: action) {
          $0.becoming(from == .holding ? hold ?? .holding : from, words)
        }
        if isDone { return }
      }
    }
    return until
  }

  private func held<Value: Sendable>(_ body: (NativeNotes) throws -> Value) throws -> Value? {
    let now = clock.now()
    return try lease.holding(at: now) { try body(notes($0, now)) }
  }

  private func record(_ body: (NativeNotes) throws -> Void) throws {
    let now = clock.now()
    try lease.record { try body(notes($0, now)) }
  }

  private func notes(_ tx: any DeskTransaction, _ now: Timestamp) -> NativeNotes {
    NativeNotes(tx: tx, connector: connector, now: now, randomBytes: randomBytes)
  }
}

extension ConnectorError {
  /// Whether what was asked may have been done all the same.
  var leavesOpen: Bool {
    switch self {
    case .unavailable, .malformed: true
    default: false
    }
  }

  /// What happened, in words.
  var reason: String {
    switch self {
    case .unauthorized(let why), .forbidden(let why), .missing(let why), .unavailable(let why),
      .malformed(let why), .unsupported(let why):
      why
    case .rejected(_, let why): why
    case .rateLimited(let until): "asked to wait until \(until.rfc3339)"
    }
  }
}

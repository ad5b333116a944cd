/// What a platform, or one token on it, can do.
public struct Capabilities: OptionSet, Hashable, Codable, Sendable {
  /// The bits.
  public let rawValue: UInt32
  /// Makes a set.
  public init(rawValue: UInt32) { self.rawValue = rawValue }
  /// Sees messages addressed to the brand.
  public static let mentions = Capabilities(rawValue: 1 << 0)
  /// Sees messages with watched words or hashtags.
  public static let watchwords = Capabilities(rawValue: 1 << 1)
  /// Hears of them as they are written.
  public static let live = Capabilities(rawValue: 1 << 2)
  /// Sees edits and deletions.
  public static let edits = Capabilities(rawValue: 1 << 3)
  /// Answers in public.
  public static let reply = Capabilities(rawValue: 1 << 4)
  /// Answers in private.
  public static let directReply = Capabilities(rawValue: 1 << 5)
  /// Publishes posts.
  public static let post = Capabilities(rawValue: 1 << 6)
  /// Deletes what the brand wrote.
  public static let deleteOwn = Capabilities(rawValue: 1 << 7)
  /// Lists and holds posts on the platform's own scheduler.
  public static let nativeSchedule = Capabilities(rawValue: 1 << 8)
  /// Recognises a repeated write by its idempotency key.
  public static let idempotentWrite = Capabilities(rawValue: 1 << 9)
  /// Tells a person of an answer only when its text names them; see ``Addressing``.
  public static let namedRecipients = Capabilities(rawValue: 1 << 10)
}

/// What an account may and may not do, found by asking the server.
public struct Probe: Hashable, Sendable {
  /// Who the token belongs to.
  public let account: Account
  /// What it may do.
  public let capabilities: Capabilities
  /// The longest text, in the platform's own count.
  public let textLimit: Int
  /// What it may not do and why, one sentence each.
  public let limits: [String]
  /// Server's clock minus ours; nil when the server did not tell.
  public let clockSkew: Span?

  /// Makes a result.
  public init(
    account: Account, capabilities: Capabilities, textLimit: Int, limits: [String] = [],
    clockSkew: Span? = nil
  ) {
    self.account = account
    self.capabilities = capabilities
    self.textLimit = textLimit
    self.limits = limits
    self.clockSkew = clockSkew
  }
}

/// What became of a write.
public enum WriteResult: Hashable, Sendable {
  /// The platform has it, under this id.
  case done(native: String)
  /// It may have arrived; look before doing anything.
  case unknown(String)
}

/// What went wrong with a platform.
public enum ConnectorError: Error, Hashable, Sendable {
  /// The token was refused; a person must mend it.
  case unauthorized(String)
  /// The token may not do this.
  case forbidden(String)
  /// The platform asks to wait.
  case rateLimited(until: Timestamp)
  /// The platform understood and said no.
  case rejected(code: Int, detail: String)
  /// There is no such thing there (any more).
  case missing(String)
  /// The network or the server failed; trying again may help.
  case unavailable(String)
  /// The answer made no sense.
  case malformed(String)
  /// The platform has no way to do this.
  case unsupported(String)
}

/// Something a source says while it runs.
public enum SourceSignal: Sendable {
  /// Events to store; the source goes on only after they are.
  case batch(SourceBatch)
  /// How the source is doing.
  case health(SourceHealth)
}

/// One account on one platform. Everything it can send, the gate has admitted.
public protocol Connector: Sendable {
  /// The account.
  var account: Account { get }
  /// What the platform can do at best.
  var capabilities: Capabilities { get }
  /// How this platform counts the length of a text.
  var ruler: TextRuler { get }

  /// Asks the server who we are and what we may do.
  func probe() async throws(ConnectorError) -> Probe
  /// Runs the source from `cursor` until cancelled; hands over each signal and waits for it to be
  /// taken before it goes on, so nothing upstream is passed by unless it is stored. Throws only
  /// what a person must mend; outages are its own business.
  func run(
    from cursor: Cursor?, deliver: @escaping @Sendable (SourceSignal) async throws -> Void
  ) async throws(ConnectorError)
  /// The same, told by `open` which messages (native ids, newest first, few) still wait for an
  /// answer, so that it can look whether they are still there when it comes back from an outage.
  func run(
    from cursor: Cursor?, open: @escaping @Sendable () throws -> [String],
    deliver: @escaping @Sendable (SourceSignal) async throws -> Void
  ) async throws(ConnectorError)
  /// Sends what the gate admitted.
  func send(_ admitted: Admitted) async throws(ConnectorError) -> WriteResult
  /// Looks whether an item whose fate is unknown arrived; nil when the platform cannot tell.
  func find(_ item: OutgoingItem) async throws(ConnectorError) -> Found?
  /// Lists the posts on the platform's own scheduler, soonest first.
  func nativePosts() async throws(ConnectorError) -> [NativePost]
  /// Keeps one of them from being published; the result says how.
  func hold(_ admitted: AdmittedHold, now: Timestamp) async throws(ConnectorError) -> NativePost
  /// Gives a post that was moved its time back.
  /// - Throws: `rejected` when `time` is too near to be set, or the platform will not have it.
  func restore(
    _ admitted: AdmittedHold, at time: Timestamp, now: Timestamp
  ) async throws(ConnectorError)
  /// Deletes a post from the platform's scheduler, so that the desk can send it instead.
  func takeOff(_ admitted: AdmittedHold) async throws(ConnectorError)
  /// A post of the platform's scheduler as the desk itself would send it.
  func adoption(of post: NativePost) -> Adoption
}

extension Connector {
  /// Runs without looking at what is open, for sources that tell of every deletion or of none.
  public func run(
    from cursor: Cursor?, open: @escaping @Sendable () throws -> [String],
    deliver: @escaping @Sendable (SourceSignal) async throws -> Void
  ) async throws(ConnectorError) {
    try await run(from: cursor, deliver: deliver)
  }

  /// Says that there is no scheduler.
  public func restore(
    _ admitted: AdmittedHold, at time: Timestamp, now: Timestamp
  ) async throws(ConnectorError) {
    throw .unsupported("this platform has no scheduler")
  }

  /// Says that there is no scheduler.
  public func takeOff(_ admitted: AdmittedHold) async throws(ConnectorError) {
    throw .unsupported("this platform has no scheduler")
  }

  /// The text alone.
  public func adoption(of post: NativePost) -> Adoption {
    Adoption(content: Outgoing(kind: .post, account: post.account, text: post.text))
  }
}

/// A native post as the desk would send it.
public struct Adoption: Hashable, Sendable {
  /// What would leave.
  public let content: Outgoing
  /// What of it only the platform can send, in words, for example `2 attachments`; empty when the
  /// desk can send all of it.
  public let missing: String

  /// Makes an adoption.
  public init(content: Outgoing, missing: String = "") {
    self.content = content
    self.missing = missing
  }
}

/// The answer to the question whether an item is on the platform.
public enum Found: Hashable, Sendable {
  /// It is there under this id.
  case present(native: String)
  /// It is certainly not there.
  case absent
}

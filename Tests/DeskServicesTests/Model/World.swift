import DeskCore

@testable import DeskServices
@testable import DeskTesting

/// Everything that can differ while a desk sends: what is stored, two processes with what each
/// keeps in its head, what is on the network, what the server has, and the time. A value.
///
/// The rules are the product's own: commands go through `CommandHandler`, admissions through the
/// gate, results through `DeliveryLog`, the lease through `LeaseHold`. Only the network, the server
/// and the person at the desk are played.
struct World: Sendable {
  /// One try to send, from the gate to the stored result.
  struct Flight: Hashable, Sendable {
    enum Phase: Hashable, Sendable {
      case admitted, waiting
      case sent, unknown, later, absent
    }
    var item: OutgoingItem
    var phase: Phase
  }

  struct Process: Sendable {
    var hold: LeaseHold
    var flight: Flight?
  }

  /// A request on its way to the server, or its answer on the way back.
  struct Request: Hashable, Sendable {
    let item: OutgoingID
    let attempt: Int
    let key: IdempotencyKey
    let digest: String
    let process: Int
    let sentAt: Timestamp
    var isServed = false
  }

  /// What is published.
  struct Published: Hashable, Sendable {
    let item: OutgoingID
    let key: IdempotencyKey
    let digest: String
  }

  static let start = Timestamp(seconds: 1_770_000_000)
  static let account = AccountID("main")
  static let (ana, ben) = (Seat("ana"), Seat("ben"))
  /// How long a request may take; a platform is asked whether it has something only after that.
  static let settleTime = Span.seconds(30)

  let setting: Setting
  var desk: MemoryState
  var now = World.start
  var processes: [Process]
  var network: [Request] = []
  var published: [Published] = []
  /// How often a person has said that each item may leave, and with which words.
  var words: [OutgoingID: Set<String>] = [:]
  var permits: [OutgoingID: Int] = [:]
  /// What the person knows: whether a pause was confirmed and not ended since.
  var closed: Pause.Scope?
  var crashes = 0
  var doubled = 0
  var moves = 0
  /// What was broken by the last step; nil as long as every promise holds.
  var broken: String?

  init(_ setting: Setting) throws {
    self.setting = setting
    desk = MemoryState()
    desk.keepsAudit = false
    processes = (0..<2).map { Process(hold: LeaseHold(holder: "\($0)-0")) }
    let judge = MentionJudge(reader: FlatReader())
    let events = (1...2).map { number in
      IntakeBatch.Event.upsert(judge.judge(Self.incoming("\(number)"), at: Self.start))
    }
    _ = desk.take(
      IntakeBatch(account: Self.account, events: events, cursor: nil, at: Self.start))
  }

  static func incoming(_ native: String, replyTo: String? = nil) -> IncomingMention {
    IncomingMention(
      key: MentionKey(account: account, native: native), platform: .mastodon,
      author: Author(handle: "cara@example.social"), text: "where is my bag?", createdAt: start,
      inReplyTo: replyTo)
  }

  /// What makes this world this one and no other.
  var fingerprint: Int {
    var hasher = Hasher()
    hasher.combine(now)
    hasher.combine(desk.items)
    for mention in desk.mentions {
      hasher.combine(mention.state)
      hasher.combine(mention.version)
    }
    hasher.combine(desk.pause?.scope)
    hasher.combine(desk.lease?.holder)
    hasher.combine(desk.lease?.until)
    for process in processes {
      hasher.combine(process.hold)
      hasher.combine(process.flight)
    }
    hasher.combine(network)
    hasher.combine(published)
    hasher.combine(permits)
    hasher.combine(closed)
    hasher.combine(crashes)
    hasher.combine(doubled)
    hasher.combine(moves)
    return hasher.finalize()
  }
}

/// What may happen in an exploration, and what is broken in it on purpose.
struct Setting: Sendable {
  enum Fault: Sendable {
    /// A gate that does not look at the pause.
    case gateForgetsThePause
    /// A service that takes what another left behind as not sent.
    case recoverySendsAgain
    /// A server that works on a request long after it was asked.
    case serverTakesForEver
    /// Something that changes the words between gate and platform.
    case wordsChange
    /// A gate that does not count approvals.
    case gateForgetsApprovals
  }

  /// Whether the server knows a key again; GoToSocial does not.
  var honoursKeys = false
  var needsApproval = false
  var hasPost = false
  var mostCrashes = 1
  var mostMoves = 4
  var fault: Fault?
}

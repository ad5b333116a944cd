import DeskCore

/// Everything a desk in memory holds; a value, so that a copy is a savepoint.
struct MemoryState: Sendable {
  struct Lease: Sendable {
    var holder: String
    var until: Timestamp
  }

  struct DraftKey: Hashable, Sendable {
    let mention: MentionID
    let seat: Seat
  }

  var mentions: [Mention] = []
  var numbers: [MentionKey: Int] = [:]
  var claims: [ConversationID: Claim] = [:]
  var presence: [Seat: Presence] = [:]
  var notes: [Note] = []
  var drafts: [DraftKey: Draft] = [:]
  var clusters: [MentionID: ClusterID] = [:]
  var corrections: [MentionID: CorrectionRecord] = [:]
  var holds: [ServiceHistory.Hold] = []
  var waitsFrom: [MentionID: Timestamp] = [:]
  var clockWork: Set<MentionID> = []
  var items: [OutgoingItem] = []
  var pauses: [Pause] = []
  var ended: Set<Int64> = []
  var series: [PostSeries] = []
  var level: Level { moves.last?.level ?? .calm }
  var moves: [LevelChange] = []
  var work = LevelWork()
  var team: Team?
  var marks: [TimelineMark] = []
  var gaps: [Gap] = []
  var native: [AccountID: [NativePost]] = [:]
  var cursors: [AccountID: Cursor] = [:]
  var health: [AccountID: SourceHealth] = [:]
  var lease: Lease?
  var alerts: [Alert] = []
  var detectors: [SeriesKey: DetectorSnapshot] = [:]
  var buckets: [SeriesKey: [CountBucket]] = [:]
  var terms: [String: TermMemory] = [:]
  var topics: [Topic] = []
  var rereading: (model: String, next: Int)?
  var audit: [AuditEntry] = []
  /// Whether audit entries are kept; hashing them is most of the work of a desk in memory.
  var keepsAudit = true

  func mention(_ id: MentionID) -> Mention? {
    guard id.rawValue >= 1, id.rawValue <= mentions.count else { return nil }
    var mention = mentions[Int(id.rawValue) - 1]
    mention.claim = claims[mention.conversation]
    mention.cluster = clusters[id].map(share).flatMap { $0.size > 1 ? $0 : nil }
    return mention
  }

  /// The share of a cluster that holds at least one mention.
  private func share(_ cluster: ClusterID) -> ClusterShare {
    let members = clusters.filter { $0.value == cluster }.keys
    return ClusterShare(
      cluster: cluster, size: members.count,
      open: members.count { mentions[Int($0.rawValue) - 1].state == .open },
      newest: members.max() ?? MentionID(rawValue: 0))
  }

  var standing: [Pause] { pauses.filter { !ended.contains($0.id) }.widestFirst }

  func item(_ id: OutgoingID) -> OutgoingItem? {
    guard id.rawValue >= 1, id.rawValue <= items.count else { return nil }
    return items[Int(id.rawValue) - 1]
  }
}

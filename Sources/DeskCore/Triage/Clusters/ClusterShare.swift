/// What is stored of the cluster that a mention belongs to.
public struct ClusterShare: Hashable, Sendable {
  /// The cluster.
  public let cluster: ClusterID
  /// How many mentions belong to it, whatever became of them.
  public var size: Int
  /// How many of them wait in the queue.
  public var open: Int
  /// The newest of them.
  public var newest: MentionID

  /// Makes a share.
  public init(cluster: ClusterID, size: Int, open: Int, newest: MentionID) {
    self.cluster = cluster
    self.size = size
    self.open = open
    self.newest = newest
  }
}

/// A cluster as far as somebody saw it when they decided about it.
public struct ClusterReach: Hashable, Sendable {
  /// The cluster.
  public let cluster: ClusterID
  /// The mention that stood for it.
  public let lead: MentionID
  /// The newest member then; who joined later was not seen.
  public let upTo: MentionID
  /// How many of its mentions waited then.
  public let count: Int

  /// Makes a reach.
  public init(cluster: ClusterID, lead: MentionID, upTo: MentionID, count: Int) {
    self.cluster = cluster
    self.lead = lead
    self.upTo = upTo
    self.count = count
  }

  /// Everything of a cluster that waits now, behind the mention that stands for it.
  public init(_ share: ClusterShare, lead: MentionID) {
    self.init(cluster: share.cluster, lead: lead, upTo: share.newest, count: share.open)
  }
}

/// Mentions that are judged at once: some by themselves, some as a cluster.
public struct MentionGroup: Hashable, Sendable {
  /// Mentions by themselves.
  public var mentions: [MentionID]
  /// Clusters, of each what waits.
  public var clusters: [ClusterReach]

  /// Makes a group.
  public init(mentions: [MentionID] = [], clusters: [ClusterReach] = []) {
    self.mentions = mentions
    self.clusters = clusters
  }

  /// How many mentions it was when somebody looked.
  public var count: Int { clusters.reduce(mentions.count) { $0 + $1.count } }
  /// The mentions that stand for it on a screen.
  public var leads: [MentionID] { mentions + clusters.map(\.lead) }
}

/// What can be done to many mentions in one step.
public enum GroupAct: Hashable, Sendable {
  /// Takes them out of the queue.
  case judge(Verdict, note: String)
  /// Takes them out of the queue until an instant.
  case snooze(until: Timestamp, orSpike: Bool)
  /// Says that we wait for their authors, so that their clocks stand.
  case wait(HoldReason)
  /// Lets their clocks go on.
  case goOn
  /// Writes the same about each for colleagues.
  case note(String)
  /// Says what their mood is.
  case correct(MoodCorrection)

  /// The name of the command that does it to one.
  public var name: String {
    switch self {
    case .judge: "judge"
    case .snooze: "snooze"
    case .wait: "wait"
    case .goOn: "go-on"
    case .note: "note"
    case .correct: "correct"
    }
  }
}

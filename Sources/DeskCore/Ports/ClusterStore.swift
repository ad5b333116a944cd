/// A stored mention as clusters are made from it.
public struct ClusterCandidate: Hashable, Sendable {
  /// Its number.
  public let id: MentionID
  /// What it says.
  public let text: String
  /// When the desk first saw it.
  public let seenAt: Timestamp
  /// The cluster it belongs to already; nil when it is alone.
  public let cluster: ClusterID?

  /// Makes a candidate.
  public init(id: MentionID, text: String, seenAt: Timestamp, cluster: ClusterID? = nil) {
    self.id = id
    self.text = text
    self.seenAt = seenAt
    self.cluster = cluster
  }
}

/// A stored cluster as a new process takes it up.
public struct KnownCluster: Hashable, Sendable {
  /// The cluster.
  public let id: ClusterID
  /// What its oldest member says.
  public let text: String
  /// How many belong to it.
  public let size: Int
  /// When the last one was seen.
  public let last: Timestamp

  /// Makes a cluster.
  public init(id: ClusterID, text: String, size: Int, last: Timestamp) {
    self.id = id
    self.text = text
    self.size = size
    self.last = last
  }
}

/// What one look at new mentions came to.
public struct ClusterStep: Sendable {
  /// Where the look began.
  public let from: MentionID
  /// The newest mention looked at.
  public let to: MentionID
  /// Who joined which cluster.
  public var members: [MentionID: ClusterID]

  /// Makes a step.
  public init(from: MentionID, to: MentionID, members: [MentionID: ClusterID] = [:]) {
    self.from = from
    self.to = to
    self.members = members
  }
}

/// Where clusters are kept. Calls may take milliseconds; never on the way of a key.
public protocol ClusterStore: Sendable {
  /// The newest mention that was looked at; nil before the first look.
  func clusteredUpTo() throws -> MentionID?
  /// The newest mention stored; 0 when there is none.
  func newestMention() throws -> MentionID
  /// Mentions of others with numbers above `after` and not above `to`, by number.
  func candidates(after: MentionID, to: MentionID) throws -> [ClusterCandidate]
  /// The newest clusters of which a member was seen at or after an instant, the oldest first.
  func clusters(since: Timestamp, limit: Int) throws -> [KnownCluster]
  /// Keeps what a look came to; false, and nothing is kept, when another process looked meanwhile.
  /// Who was taken out of a cluster stays out.
  func store(_ step: ClusterStep) throws -> Bool
}

/// What the screen reads of clusters.
public protocol ClusterReader: Sendable {
  /// The queue with one row for each cluster: its first open member, in the order asked for, that
  /// passes the filter. A filter that names a cluster shows its members.
  func foldedQueue(
    _ filter: MentionFilter, by order: QueueOrder, after: QueuePosition?, limit: Int
  ) throws -> MentionPage
  /// The open members of a cluster to whom no answer is under way, the oldest first.
  func unanswered(in cluster: ClusterID, limit: Int) throws -> [Mention]
}

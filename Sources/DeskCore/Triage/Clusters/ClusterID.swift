/// The number of the mention that began a cluster stands for the cluster.
public struct ClusterID: RawRepresentable, Hashable, Comparable, Codable, Sendable {
  /// The number of the first mention, from 1 up.
  public let rawValue: Int64
  /// Makes an id.
  public init(rawValue: Int64) { self.rawValue = rawValue }
  /// The cluster that a mention began, or would begin.
  public init(_ founder: MentionID) { rawValue = founder.rawValue }
  /// Orders by value.
  public static func < (a: ClusterID, b: ClusterID) -> Bool { a.rawValue < b.rawValue }
}

/// Where a mention stands among those that say nearly the same.
public struct ClusterPlace: Hashable, Sendable {
  /// The cluster.
  public let cluster: ClusterID
  /// How many mentions it has with this one; at 2 the first mention becomes a member too.
  public let size: Int
}

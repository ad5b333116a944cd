/// Puts near-identical mentions together as they come in, in bounded memory.
///
/// A mention joins the cluster whose first text it is most like, when at least half of the pairs of
/// words are the same; it is always compared with the first text, so that a chain of small changes
/// does not tie together what has nothing in common. The same mentions in the same order give the
/// same clusters.
public struct MentionClusters: Sendable {
  /// How many texts are remembered; some 400 bytes each.
  public let capacity: Int
  /// How long a text waits for the next one like it.
  public let window: Span

  /// The least share of pairs in common.
  static let likeness = 0.5
  /// How many mentions that were split off are remembered.
  static let splitCapacity = 4096

  private struct Seed {
    var text: ClusterText
    var last: Timestamp
    var size: Int
  }

  private var seeds: [ClusterID: Seed] = [:]
  private var index: [UInt64: ClusterID] = [:]
  private var split: Set<MentionID> = []
  private var splitOrder: [MentionID] = []

  /// Clusters of nothing yet.
  public init(capacity: Int = 2048, window: Span = .hours(48)) {
    self.capacity = max(2, capacity)
    self.window = window
  }

  /// How many texts are remembered now.
  public var count: Int { seeds.count }

  /// Takes a mention, each once; nil when it is alone, so far or for good.
  public mutating func take(_ id: MentionID, text: String, at now: Timestamp) -> ClusterPlace? {
    guard !split.contains(id), let text = ClusterText(text) else { return nil }
    guard let cluster = nearest(to: text, at: now), var seed = seeds[cluster] else {
      plant(ClusterID(id), text, at: now)
      return nil
    }
    seed.size += 1
    seed.last = max(seed.last, now)
    seeds[cluster] = seed
    return ClusterPlace(cluster: cluster, size: seed.size)
  }

  /// Takes up a cluster that was stored, as it was after its last member.
  public mutating func resume(_ cluster: KnownCluster) {
    guard seeds[cluster.id] == nil, let text = ClusterText(cluster.text) else { return }
    plant(cluster.id, text, at: cluster.last)
    seeds[cluster.id]?.size = max(2, cluster.size)
  }

  /// Takes one mention out of its cluster for good; the others stay together, also when it is the one
  /// that began the cluster. Gives the size that is left, nil when the cluster is forgotten.
  @discardableResult
  public mutating func split(_ id: MentionID, from cluster: ClusterID) -> Int? {
    if split.insert(id).inserted {
      splitOrder.append(id)
      if splitOrder.count > Self.splitCapacity { split.remove(splitOrder.removeFirst()) }
      seeds[cluster]?.size -= 1
    }
    return seeds[cluster]?.size
  }

  private func nearest(to text: ClusterText, at now: Timestamp) -> ClusterID? {
    var best: (cluster: ClusterID, likeness: Double)?
    for cluster in Set(text.keys.compactMap { index[$0] }).sorted() {
      guard let seed = seeds[cluster], now.since(seed.last) <= window else { continue }
      let likeness = seed.text.likeness(to: text)
      if likeness >= Self.likeness, likeness > best?.likeness ?? 0 { best = (cluster, likeness) }
    }
    return best?.cluster
  }

  private mutating func plant(_ cluster: ClusterID, _ text: ClusterText, at now: Timestamp) {
    if seeds.count >= capacity { thin(at: now) }
    seeds[cluster] = Seed(text: text, last: now, size: 1)
    for key in text.keys {
      // A key that a living cluster holds stays with it.
      if let holder = index[key], seeds[holder].map({ $0.size > 1 }) == true { continue }
      index[key] = cluster
    }
  }

  /// Forgets half: what is past its window first, then single texts, then clusters, the oldest first.
  private mutating func thin(at now: Timestamp) {
    let kept = seeds.sorted { a, b in
      let isFresh = now.since(a.value.last) <= window
      if isFresh != (now.since(b.value.last) <= window) { return isFresh }
      if (a.value.size > 1) != (b.value.size > 1) { return a.value.size > 1 }
      return (a.value.last, a.key) > (b.value.last, b.key)
    }.prefix(capacity / 2)
    seeds = Dictionary(uniqueKeysWithValues: kept.map { ($0.key, $0.value) })
    index = index.filter { seeds[$0.value] != nil }
  }
}

import DeskCore

/// Texts as features, packed: one list of buckets for all texts, with the place where each begins.
package struct Examples {
  package var buckets: [UInt32] = []
  package var starts: [Int] = [0]
  /// Where the runs of letters of a text begin, after its words.
  package var splits: [Int] = []
  package var dense: [[Int32]] = []
  package var targets: [Target] = []
  package var weights: [Float] = []
  /// Which source a text is from, as a place in the list of sources.
  package var sources: [Int] = []

  package var count: Int { targets.count }

  package init() {}

  package mutating func append(
    words: [UInt64], runs: [UInt64], dense places: [Int], target: Target, weight: Float,
    source: Int = 0, row: (UInt64) -> Int
  ) {
    for hash in words { buckets.append(UInt32(truncatingIfNeeded: row(hash))) }
    splits.append(buckets.count)
    for hash in runs { buckets.append(UInt32(truncatingIfNeeded: row(hash))) }
    starts.append(buckets.count)
    dense.append(places.map { Int32($0) })
    targets.append(target)
    weights.append(weight)
    sources.append(source)
  }
}

extension [Int] {
  /// The same numbers in an order that the seed decides.
  package func shuffled(seed: UInt64) -> [Int] {
    var random = SeededRandom(seed: seed)
    return shuffled(using: &random)
  }
}

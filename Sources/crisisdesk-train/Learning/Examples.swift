import DeskCore

/// A set of classes: three that have scores, and the one they are measured against.
struct ClassSet: OptionSet, Sendable {
  let rawValue: UInt8

  static let first = ClassSet(rawValue: 1)
  static let second = ClassSet(rawValue: 2)
  static let third = ClassSet(rawValue: 4)
  /// The class that always scores zero: neutral, other, not abusive.
  static let reference = ClassSet(rawValue: 8)

  func contains(place: Int) -> Bool { rawValue & (1 << UInt8(place)) != 0 }
}

/// What is known of the class of one text.
struct Target: Sendable {
  /// The truth is one of these.
  var truth: ClassSet
  /// The source could have said any of these.
  var possible: ClassSet
}

/// Texts as features, packed: one list of buckets for all texts, with the place where each begins.
struct Examples {
  var buckets: [UInt32] = []
  var starts: [Int] = [0]
  /// Where the runs of letters of a text begin, after its words.
  var splits: [Int] = []
  var dense: [[Int32]] = []
  var targets: [Target] = []
  var weights: [Float] = []
  /// Which source a text is from, as a place in the list of sources.
  var sources: [Int] = []

  var count: Int { targets.count }

  mutating func append(
    words: [UInt64], runs: [UInt64], bits: UInt64, dense places: [Int], target: Target,
    weight: Float,
    source: Int = 0
  ) {
    for hash in words {
      buckets.append(UInt32(truncatingIfNeeded: MoodExtractor.bucket(hash, bits: bits)))
    }
    splits.append(buckets.count)
    for hash in runs {
      buckets.append(UInt32(truncatingIfNeeded: MoodExtractor.bucket(hash, bits: bits)))
    }
    starts.append(buckets.count)
    dense.append(places.map { Int32($0) })
    targets.append(target)
    weights.append(weight)
    sources.append(source)
  }
}

extension Array where Element == Int {
  /// The same numbers in an order that the seed decides.
  func shuffled(seed: UInt64) -> [Int] {
    var random = SeededRandom(seed: seed)
    return shuffled(using: &random)
  }
}

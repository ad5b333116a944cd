@testable import DeskCore

/// Buckets for tests of detectors.
enum SeriesMaker {
  /// Monday 5 January 2026, 00:00 UTC.
  static let start = CountSimulator.start

  static func normal(weeks: Int, seed: UInt64, brand: DrillBrand = DrillBrand.all[1])
    -> [CountBucket]
  {
    var simulator = CountSimulator(brand: brand, seed: seed)
    return (0..<weeks * 2016).map { _ in simulator.next() }
  }

  /// The same count in every bucket.
  static func constant(_ count: Double, buckets: Int, from: Timestamp = start) -> [CountBucket] {
    (0..<buckets).map {
      CountBucket(start: from.adding(.minutes(Int64($0) * 5)), count: count)
    }
  }

  static func readings(_ buckets: [CountBucket]) -> [SpikeReading] {
    var detector = SpikeDetector()
    return buckets.map { detector.observe($0) }
  }
}

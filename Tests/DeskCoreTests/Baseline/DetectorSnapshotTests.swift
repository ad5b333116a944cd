import Testing

@testable import DeskCore

@Suite struct DetectorSnapshotTests {
  @Test func goesOnAsIfNothingHadHappened() throws {
    let buckets = SeriesMaker.normal(weeks: 2, seed: 21)
    var straight = SpikeDetector()
    var resumed = SpikeDetector()
    for (index, bucket) in buckets.enumerated() {
      if index % 97 == 0 { resumed = try #require(SpikeDetector(restoring: resumed.bytes)) }
      #expect(straight.observe(bucket) == resumed.observe(bucket))
    }
    #expect(straight == resumed)
  }

  @Test func staysWithinFourKilobytes() {
    var detector = SpikeDetector()
    let fresh = detector.bytes.count
    for bucket in SeriesMaker.normal(weeks: 5, seed: 2) { _ = detector.observe(bucket) }
    #expect(detector.bytes.count == fresh)
    #expect(detector.bytes.count <= 4096)
  }

  @Test func refusesBytesOfAnotherLengthOrPeriod() {
    let bytes = SpikeDetector().bytes
    #expect(SpikeDetector(restoring: []) == nil)
    #expect(SpikeDetector(restoring: Array(bytes.dropLast())) == nil)
    #expect(SpikeDetector(restoring: bytes + [0]) == nil)
    #expect(SpikeDetector(restoring: bytes, periodSeconds: 60) == nil)
  }

  @Test func garbledBytesAreRefusedOrHarmless() {
    var random = SeededRandom(seed: 99)
    var detector = SpikeDetector()
    let buckets = SeriesMaker.normal(weeks: 1, seed: 1)
    for bucket in buckets { _ = detector.observe(bucket) }
    let bytes = detector.bytes
    for _ in 0..<400 {
      var garbled = bytes
      for _ in 0..<8 {
        garbled[Int(random.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: random.next())
      }
      guard var restored = SpikeDetector(restoring: garbled) else { continue }
      for bucket in buckets.prefix(50) {
        let score = restored.observe(bucket).score
        #expect(score >= 0 && score <= 1)
      }
    }
  }
}

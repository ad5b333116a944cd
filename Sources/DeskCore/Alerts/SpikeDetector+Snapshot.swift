extension SpikeDetector {
  /// Everything it knows, in a few hundred numbers; `init(restoring:)` takes it up again.
  public var bytes: [UInt8] {
    var snapshot = Snapshot()
    var copy = self
    copy.pass(through: &snapshot)
    return snapshot.bytes
  }

  /// Takes up what `bytes` said; nil when the bytes are not those of such a detector.
  public init?(
    restoring bytes: [UInt8], periodSeconds: Int = 300, tuning: SpikeTuning = SpikeTuning()
  ) {
    self.init(periodSeconds: periodSeconds, tuning: tuning)
    var snapshot = Snapshot(restoring: bytes)
    pass(through: &snapshot)
    guard snapshot.isComplete else { return nil }
  }

  private mutating func pass(through snapshot: inout Snapshot) {
    var version = Self.version
    var period = baseline.period
    snapshot.pass(&version)
    snapshot.pass(&period)
    snapshot.refuse(unless: version == Self.version && period == baseline.period)
    baseline.pass(through: &snapshot)
    share.pass(through: &snapshot)
    slow.pass(through: &snapshot)
    silence.pass(through: &snapshot)
    cusum.pass(through: &snapshot)
    window.pass(through: &snapshot)
    volumeEpisode.pass(through: &snapshot)
    shareEpisode.pass(through: &snapshot)
    scale.pass(through: &snapshot)
    snapshot.pass(&clock)
    snapshot.pass(&lastStart)
  }

  private static let version: UInt16 = 2
}

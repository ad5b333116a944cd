/// Tells a source that went quiet from an hour in which little happens.
///
/// Each empty value adds -ln P(0) under a negative binomial law with the usual mean; any voice ends
/// it. A stretch that nobody saw adds nothing: that source is down, which is another matter.
struct SilenceWatch: Hashable, Sendable {
  private var nats = 0.0
  private var isTold = false

  /// Takes one value; true once when the silence has become incredible.
  mutating func take(_ count: Double, usual: Double, shape: Double, grain: Double) -> Bool {
    guard count <= 0 else {
      nats = 0
      isTold = false
      return false
    }
    nats = min(nats + shape * logarithm(1 + max(usual, 0) / grain / shape), Self.limit * 2)
    guard nats >= Self.limit, !isTold else { return false }
    isTold = true
    return true
  }

  /// Ends what was gathered, because nobody looked for a while.
  mutating func reset() { nats = 0 }

  mutating func pass(through snapshot: inout Snapshot) {
    snapshot.pass(&nats)
    snapshot.pass(&isTold)
    snapshot.refuse(unless: nats >= 0)
  }

  /// Once in some hundred million stretches, if the law held; voices come in runs, so less rare.
  private static let limit = 18.0
}

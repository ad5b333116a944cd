/// One stretch of unusual values: told once, and again only when it is news.
struct Episode: Hashable, Sendable {
  private(set) var isOpen = false
  private var lastHigh = 0.0
  private var lastTold = 0.0
  /// The largest sum told so far, and the texts in it.
  private var peak = 0.0
  private var texts = 0.0

  /// Takes one value at `clock` seconds and says why it should be told; nil when it should not.
  mutating func take(
    isHigh: Bool, clock: Double, sum: Double, texts now: Double, quiet: Double
  ) -> SpikeAlarm.Cause? {
    guard isHigh else {
      if isOpen, clock - lastHigh >= quiet { isOpen = false }
      return nil
    }
    lastHigh = clock
    let cause = cause(sum: sum, texts: now)
    if cause != nil {
      isOpen = true
      lastTold = clock
      peak = sum
      texts = now
    } else if clock - lastTold <= Self.settling {
      peak = max(peak, sum)
      texts = max(texts, now)
    }
    return cause
  }

  /// Time in which nothing was seen is no quiet time.
  mutating func skip(seconds: Double) { lastHigh += seconds }

  mutating func pass(through snapshot: inout Snapshot) {
    snapshot.pass(&isOpen)
    snapshot.pass(&lastHigh)
    snapshot.pass(&lastTold)
    snapshot.pass(&peak)
    snapshot.pass(&texts)
  }

  private func cause(sum: Double, texts now: Double) -> SpikeAlarm.Cause? {
    guard isOpen else { return .began }
    if sum > 0, sum >= Self.rise * peak { return .rose }
    // Copies of few texts hid it: now as many different texts as there were voices then.
    let wasCopies = texts < Self.copies * peak
    return wasCopies && now >= Self.rise * texts && now >= Self.copies * sum ? .changed : nil
  }

  private static let rise = 3.0
  private static let copies = 0.5
  /// For half an hour the peak is still being told, in seconds.
  private static let settling = 1800.0
}

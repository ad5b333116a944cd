/// One stretch of unusual values: told once, and again only when it is news.
struct Episode: Hashable, Sendable {
  private(set) var isOpen = false
  private var lastHigh = 0.0
  private var lastTold = 0.0
  /// The largest sum told so far, and the texts in it.
  private var peak = 0.0
  private var texts = 0.0
  /// The severity told last, as a number.
  private var severity = 0.0

  /// Takes one value at `clock` seconds and says why it should be told; nil when it should not. For
  /// `settling` seconds after it was told the peak is still taken for part of what was told.
  mutating func take(
    isHigh: Bool, clock: Double, sum: Double, texts now: Double, severity: Severity, quiet: Double,
    settling: Double
  ) -> SpikeAlarm.Cause? {
    guard isHigh else {
      if isOpen, clock - lastHigh >= quiet { isOpen = false }
      return nil
    }
    lastHigh = clock
    let cause = cause(sum: sum, texts: now, severity: severity)
    if cause != nil {
      isOpen = true
      lastTold = clock
      peak = sum
      texts = now
      self.severity = Double(severity.rawValue)
    } else if clock - lastTold <= settling {
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
    snapshot.pass(&severity)
  }

  private func cause(sum: Double, texts now: Double, severity: Severity) -> SpikeAlarm.Cause? {
    guard isOpen else { return .began }
    if sum > 0, sum >= Self.rise * peak { return .rose }
    // A class up by a hair is no news; by twice the peak it is.
    if Double(severity.rawValue) > self.severity, sum >= Self.classRise * peak { return .rose }
    // Copies of few texts hid it: now as many different texts as there were voices then.
    let wasCopies = texts < Self.copies * peak
    return wasCopies && now >= Self.rise * texts && now >= Self.copies * sum ? .changed : nil
  }

  private static let rise = 3.0
  private static let classRise = 2.0
  private static let copies = 0.5
}

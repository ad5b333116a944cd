import DeskCore

/// How long to wait before the next try: exponential with full jitter.
struct Backoff: Sendable {
  /// The longest first wait.
  let base: Span
  /// The longest wait of all.
  let ceiling: Span
  private(set) var failures = 0

  init(base: Span, ceiling: Span) {
    self.base = base
    self.ceiling = ceiling
  }

  /// Counts a failure; `chance` in 0..<1 chooses the wait between nothing and the bound.
  mutating func next(chance: Double) -> Span {
    let doublings = Int64(min(failures, 20))
    failures += 1
    let bound = min(ceiling.milliseconds, base.milliseconds << doublings)
    return Span(milliseconds: Int64(Double(bound) * chance))
  }

  /// Forgets all failures.
  mutating func reset() { failures = 0 }
}

/// The worked stretches between two instants, in order.
struct WorkWalk: IteratorProtocol {
  private let calendar: WorkCalendar
  private let end: Timestamp
  private var position: Timestamp
  private var ready: [Range<Timestamp>] = []

  init(calendar: WorkCalendar, from start: Timestamp, to end: Timestamp) {
    self.calendar = calendar
    self.end = end
    position = start
  }

  mutating func next() -> Range<Timestamp>? {
    while ready.isEmpty {
      guard position < end else { return nil }
      let stop = steadyEnd(from: position)
      ready = stretches(position..<stop).reversed()
      position = stop
    }
    return ready.popLast()
  }

  /// The end of a stretch of at most six hours in which clocks do not change.
  private func steadyEnd(from start: Timestamp) -> Timestamp {
    let stop = min(start.adding(.hours(6)), end)
    let offset = calendar.offset(start)
    guard calendar.offset(stop) != offset, stop > start else { return stop }
    // Changes of clocks fall on whole seconds.
    var (low, high) = (start.seconds, stop.seconds)
    while high - low > 1 {
      let middle = (low + high) / 2
      if calendar.offset(Timestamp(seconds: middle)) == offset {
        low = middle
      } else {
        high = middle
      }
    }
    return max(min(Timestamp(seconds: high), stop), start.adding(Span(milliseconds: 1)))
  }

  private func stretches(_ range: Range<Timestamp>) -> [Range<Timestamp>] {
    let offset = calendar.offset(range.lowerBound)
    let first = CivilDay(range.lowerBound, offsetSeconds: offset)
    let last = CivilDay(range.upperBound, offsetSeconds: offset)
    var found: [Range<Timestamp>] = []
    for number in first.number...last.number {
      let day = CivilDay(number: number)
      let midnight = number * 86_400 - Int64(offset)
      for block in calendar.hours.blocks(on: day) {
        let start = max(Timestamp(seconds: midnight + Int64(block.start) * 60), range.lowerBound)
        let stop = min(Timestamp(seconds: midnight + Int64(block.end) * 60), range.upperBound)
        if start < stop { found.append(start..<stop) }
      }
    }
    return found
  }
}

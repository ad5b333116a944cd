/// When people sit at the desk, on the desk's clocks.
public struct ServiceHours: Hashable, Codable, Sendable {
  /// The minute of the day at which they begin, 0...1439.
  public let opens: Int
  /// The minute of the day at which they end, later than `opens`, at most 1440.
  public let closes: Int
  /// The weekdays, Monday is 0; never empty.
  public let days: Set<Int>

  /// Makes hours; nil when they never are.
  public init?(opens: Int, closes: Int, days: Set<Int> = Set(0..<7)) {
    let days = days.intersection(0..<7)
    guard opens >= 0, opens < closes, closes <= 1440, !days.isEmpty else { return nil }
    self.opens = opens
    self.closes = closes
    self.days = days
  }

  /// The instant at which so many minutes of service have passed since `start`; at most about two
  /// years are looked through. `offset` says seconds east of Greenwich on the desk's clocks.
  public func instant(
    _ minutes: Int64, after start: Timestamp, offset: (Timestamp) -> Int
  ) -> Timestamp {
    let day: Int64 = 86_400_000
    var rest = max(minutes, 0) * 60_000
    var at = start
    for _ in 0..<800 {
      let local = at.milliseconds + Int64(offset(at)) * 1000
      let number = local >= 0 ? local / day : (local - day + 1) / day
      let time = local - number * day
      // The epoch was a Thursday.
      if days.contains(Int(((number + 3) % 7 + 7) % 7)), time < Int64(closes) * 60_000 {
        let early = Int64(opens) * 60_000 - time
        if early > 0 {
          // Clocks may be changed in the night before.
          let there = at.adding(Span(milliseconds: early))
          at = there.adding(.seconds(Int64(offset(at) - offset(there))))
          continue
        }
        let left = Int64(closes) * 60_000 - time
        if rest <= left { return at.adding(Span(milliseconds: rest)) }
        rest -= left
      }
      at = at.adding(Span(milliseconds: day - time))
    }
    return at
  }
}

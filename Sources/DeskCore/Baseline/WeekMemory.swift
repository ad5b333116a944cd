/// The mean value of each hour of the last two local weeks, for the second look of an alert.
///
/// What happens at the same hour twice running, two days or two weeks, is a habit of the brand (a
/// campaign, a newsletter) and no news. Means are kept with three significant digits (the upper
/// half of a `Float`), an hour without values as unknown.
struct WeekMemory: Hashable, Sendable {
  private var last = [UInt16](repeating: unknown, count: 168)
  private var before = [UInt16](repeating: unknown, count: 168)
  private var hour: Int64 = -1
  private var sum = 0.0
  private var values = 0.0

  /// The means of two occasions of the same hour: what it had at least, and at most.
  typealias Habit = (least: Double, most: Double)

  /// What the same hour, one earlier or one later had in both of the last two days, or in both of
  /// the last two weeks, whichever had more at least; nil where one of them is unknown.
  func habit(at hour: Int64) -> Habit? {
    var best: Habit?
    for near in (hour - 1)...(hour + 1) {
      let slot = Self.slot(near)
      let day = Self.slot(near - 24)
      let twoDays = Self.slot(near - 48)
      for (a, b) in [(last[day], last[twoDays]), (last[slot], before[slot])]
      where a != Self.unknown && b != Self.unknown {
        let (x, y) = (Self.decoded(a), Self.decoded(b))
        if min(x, y) > best?.least ?? -1 { best = (min(x, y), max(x, y)) }
      }
    }
    return best
  }

  /// What the hour had on an earlier day, at most 7 days back; nil where unknown.
  func mean(at hour: Int64, daysBack: Int64) -> Double? {
    let code = last[Self.slot(hour - 24 * daysBack)]
    return code == Self.unknown ? nil : Self.decoded(code)
  }

  /// Learns a value of a local hour; one that a clock change repeats is one hour with more values.
  mutating func learn(_ value: Double, at now: Int64) {
    if now != hour { turn(to: now) }
    sum += value
    values += 1
  }

  /// Files the hour that ended; hours that nobody saw stay unknown.
  private mutating func turn(to now: Int64) {
    if hour >= 0 {
      file(values > 0 ? Self.encoded(sum / values) : Self.unknown, at: hour)
      if now > hour + 1 {
        for missed in max(hour + 1, now - 168)..<now { file(Self.unknown, at: missed) }
      }
    }
    hour = now
    sum = 0
    values = 0
  }

  private mutating func file(_ code: UInt16, at hour: Int64) {
    let slot = Self.slot(hour)
    before[slot] = last[slot]
    last[slot] = code
  }

  mutating func pass(through snapshot: inout Snapshot) {
    snapshot.pass(&last)
    snapshot.pass(&before)
    snapshot.pass(&hour)
    snapshot.pass(&sum)
    snapshot.pass(&values)
    snapshot.refuse(unless: hour >= -1 && values >= 0)
  }

  private static let unknown = UInt16.max

  private static func slot(_ hour: Int64) -> Int { Int(((hour % 168) + 168) % 168) }

  private static func encoded(_ value: Double) -> UInt16 {
    UInt16(truncatingIfNeeded: Float(min(max(value, 0), 1e30)).bitPattern >> 16)
  }

  private static func decoded(_ code: UInt16) -> Double {
    Double(Float(bitPattern: UInt32(code) << 16))
  }
}

/// What a normal day of one series looks like, learned value by value in constant memory.
///
/// A week's steady level, a mean for each hour of the local day, a factor for each weekday, the spread of single values and of
/// 15-minute sums around it, and the hours of the last two weeks. It learns from every value it is
/// given, a storm as at most ten standard deviations; a stretch without values teaches nothing.
public struct Baseline: Hashable, Sendable {
  private(set) var level = SteadyLevel()
  private(set) var day = DayProfile()
  private(set) var weekdays = WeekdayFactors()
  private(set) var week = WeekMemory()
  private(set) var unit = StepUnit()
  private var leastValue = SeriesFloor()
  /// Tails of ln(value / usual), both above the floor, for one value and for the sum of three.
  private(set) var oneTail = TailEstimate(quantile: 1, excess: 0.4)
  private(set) var sumTail = TailEstimate(quantile: 1, excess: 0.4)
  let period: Double

  /// An empty baseline of a series with a value every `periodSeconds` (1 s to a day).
  public init(periodSeconds: Int = 300) {
    period = Double(min(max(periodSeconds, 1), 86_400))
  }

  /// How many values it has learned, 0 and up.
  public var values: Int { Int(level.values) }

  /// The smallest step between values; what the series counts in.
  var grain: Double { unit.grain(level: level.mean - floor) }

  /// What never stops; comparisons are made above it.
  var floor: Double { leastValue.value }

  /// What is usual in an hour of the local day, 0...23, on a weekday (Monday is 0; nil for the mean of
  /// all days); all zero before the first value.
  public func expectation(localHour: Int, weekday: Int? = nil) -> Expectation {
    let usual = usual(localHour: localHour, weekday: weekday)
    let spread = exponential(min(oneTail.quantile, 20))
    let high = floor + (max(usual - floor, 0) + grain) * spread - grain
    return Expectation(usual: usual, low: max(2 * usual - high, floor), high: high)
  }

  /// What the same local hour had on an earlier day, 1...7 days back, for one value; nil where
  /// nobody saw it.
  public func mean(of bucket: CountBucket, daysBack: Int) -> Double? {
    week.mean(at: bucket.localHourNumber, daysBack: Int64(min(max(daysBack, 1), 7)))
  }

  func usual(localHour: Int, weekday: Int?) -> Double {
    let hour = usual(localHour: localHour)
    guard let weekday, (0..<7).contains(weekday) else { return hour }
    let ofDay = (level.mean - floor) * valuesPerDay
    return floor + max(hour - floor, 0) * weekdays.factor(weekday, day: ofDay)
  }

  /// What the hours alone let expect.
  private func usual(localHour: Int) -> Double {
    day.usual(
      hour: min(max(localHour, 0), 23), level: level.mean, valuesPerHour: valuesPerHour)
  }

  /// ln of a sum above the floor against the usual one, both a grain larger, so that nothing is
  /// divided by 0.
  func logRatio(_ sum: Double, usual: Double) -> Double {
    logarithm((max(sum, 0) + grain) / (max(usual, 0) + grain))
  }

  /// Notes the step to a value and the floor; called before the value is judged, so that neither
  /// scale nor a constant ever matters.
  mutating func measure(_ value: Double) {
    unit.learn(value)
    leastValue.learn(value, week: max(7 * 86_400 / period, 100))
  }

  mutating func learn(_ bucket: CountBucket, oneRatio: Double, sumRatio: Double) {
    let (grain, floor) = (grain, floor)
    let hour = usual(localHour: bucket.localHour)
    let usual = usual(localHour: bucket.localHour, weekday: bucket.localWeekday)
    let counted = level.capped(bucket.count, above: usual, floor: floor, unit: grain)
    let ofDay = (level.mean - floor) * valuesPerDay
    let factor = weekdays.factor(bucket.localWeekday, day: ofDay)
    day.learn(
      floor + (counted - floor) / factor, hour: bucket.localHour, days: Self.profileDays,
      valuesPerHour: valuesPerHour)
    weekdays.learn(
      counted - floor, expected: hour - floor, weekday: bucket.localWeekday,
      valuesPerDay: valuesPerDay)
    level.learn(bucket.count, rate: period / (Self.levelDays * 86_400), floor: floor, unit: grain)
    oneTail.learn(oneRatio, memory: tailMemory)
    sumTail.learn(sumRatio, memory: tailMemory)
    week.learn(bucket.count, at: bucket.localHourNumber)
  }

  mutating func pass(through snapshot: inout Snapshot) {
    level.pass(through: &snapshot)
    day.pass(through: &snapshot)
    weekdays.pass(through: &snapshot)
    week.pass(through: &snapshot)
    unit.pass(through: &snapshot)
    leastValue.pass(through: &snapshot)
    oneTail.pass(through: &snapshot)
    sumTail.pass(through: &snapshot)
  }

  private var valuesPerHour: Double { max(3600 / period, 1 / 24) }
  private var valuesPerDay: Double { 86_400 / period }
  private var tailMemory: Double { max(Self.tailDays * 86_400 / period, 100) }

  private static let levelDays = 7.0
  private static let profileDays = 7.0
  private static let tailDays = 14.0
}

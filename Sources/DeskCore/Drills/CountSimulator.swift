/// Invents the counts of a brand, five minutes at a time: normal weeks, and a crisis if asked for.
///
/// The rate follows the hour (quiet from 1 to 6, most at 13 and 20), the weekday, a slow drift, and
/// one day in thirty each at half (a holiday) and at one and a half times the volume (a busy day).
/// Counts are Poisson with a Gamma rate, that is negative binomial. The same seed gives the same
/// counts.
public struct CountSimulator: Sendable {
  private let brand: DrillBrand
  private var random: SeededRandom
  private var drift = 0.0
  private var dayFactor = 1.0
  private var now: Timestamp
  /// The shape and the start of the crisis; nil for normal days.
  public var crisis: (shape: CrisisShape, start: Timestamp)?

  /// A simulator that begins at midnight, Monday 5 January 2026, UTC.
  public init(brand: DrillBrand, seed: UInt64) {
    self.brand = brand
    random = SeededRandom(seed: seed)
    now = Self.start
  }

  /// Where every simulation begins.
  public static let start = Timestamp(seconds: 1_767_571_200)

  /// The next five minutes.
  public mutating func next() -> CountBucket {
    let civil = CivilTime(now)
    let days = Int(now.since(Self.start).seconds / 86_400)
    if civil.hour == 0, civil.minute == 0 { dayFactor = drawDay() }
    drift = 0.96 * drift + 0.28 * brand.drift * random.normal()
    var rate = brand.voicesPerDay / 288 * Self.rhythm[civil.hour] * dayFactor
    rate *= days % 7 >= 5 ? brand.weekend : 1
    rate *= exponential(drift - brand.drift * brand.drift / 2)
    if brand.campaignHour == civil.hour, days % 7 == 0 { rate *= 8 }
    let minutes = crisis.map { Double(now.since($0.start).seconds) / 60 } ?? -1
    rate *= crisis?.shape.volume(minutes: minutes) ?? 1
    let share =
      crisis?.shape.negativeShare(minutes: minutes, usual: brand.negativeShare)
      ?? brand.negativeShare
    let count = random.poisson(mean: rate * random.gamma(shape: brand.shape))
    let negative = random.binomial(count, chance: unsteady(share))
    defer { now = now.adding(.minutes(5)) }
    return CountBucket(
      start: now, count: Double(count), judged: Double(count), negative: Double(negative))
  }

  /// Shares scatter more than throws of a coin: people answer each other.
  private mutating func unsteady(_ share: Double) -> Double {
    let negative = random.gamma(shape: 30 * share)
    let other = random.gamma(shape: 30 * (1 - share))
    return share * negative / (share * negative + (1 - share) * other)
  }

  private mutating func drawDay() -> Double {
    let draw = random.unit()
    return draw < 1.0 / 30 ? 0.5 : draw < 2.0 / 30 ? 1.5 : 1
  }

  /// Parts of the mean rate by hour; their mean is 1.
  private static let rhythm = [
    0.55, 0.35, 0.25, 0.2, 0.2, 0.25, 0.4, 0.7, 1.0, 1.2, 1.3, 1.35, 1.4, 1.5, 1.4, 1.3, 1.25, 1.3,
    1.4, 1.5, 1.6, 1.45, 1.2, 0.95,
  ]
}

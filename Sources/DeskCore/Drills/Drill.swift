/// A simulated crisis to train on: whose, of which shape, and when; the same seed, the same drill.
///
/// Three weeks are behind the desk when somebody sits down, on a Monday at ten; the last six hours of
/// them as mentions. The crisis begins 15 to 45 minutes later.
public struct Drill: Hashable, Sendable {
  /// The shape of the crisis.
  public let shape: CrisisShape
  /// The brand it befalls.
  public let brand: DrillBrand
  /// What chance begins with.
  public let seed: UInt64
  /// When somebody sits down.
  public static let opening = CountSimulator.start.adding(.days(21)).adding(.hours(10))
  /// How much of the past is there as mentions.
  public static let past = Span.hours(6)
  /// When the crisis begins.
  public let start: Timestamp

  /// Makes a drill.
  public init(shape: CrisisShape, brand: DrillBrand, seed: UInt64) {
    self.shape = shape
    self.brand = brand
    self.seed = seed
    var random = SeededRandom(seed: seed)
    let minutes = 15 + 5 * Int64(random.next() % 7)
    start = Self.opening.adding(.minutes(minutes))
  }

  /// The counts, from the first day on.
  public var counts: CountSimulator {
    var simulator = CountSimulator(brand: brand, seed: seed)
    simulator.crisis = (shape, start)
    return simulator
  }

  /// The counts of the weeks before the first mention.
  public var history: [CountBucket] {
    var simulator = counts
    let buckets = Self.opening.since(CountSimulator.start).minutes / 5 - Self.past.minutes / 5
    return (0..<buckets).map { _ in simulator.next() }
  }
}

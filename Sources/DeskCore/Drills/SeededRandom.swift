/// Chance that is the same in every run: SplitMix64 (Steele, Lea and Flood 2014).
public struct SeededRandom: RandomNumberGenerator, Hashable, Sendable {
  private var state: UInt64

  /// Chance from a seed.
  public init(seed: UInt64) { state = seed }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    defer { state &+= 0x9E37_79B9_7F4A_7C15 }
    return TextTerm.mixed(state)
  }

  /// A number above 0 and below 1.
  mutating func unit() -> Double { (Double(next() >> 11) + 0.5) / 9_007_199_254_740_992 }

  /// A normal number with mean 0 and deviation 1, as the sum of twelve uniform ones, less six.
  mutating func normal() -> Double {
    var sum = -6.0
    for _ in 0..<12 { sum += unit() }
    return sum
  }

  /// A Gamma number with this shape (above 0) and mean 1 (Marsaglia and Tsang 2000).
  mutating func gamma(shape: Double) -> Double {
    if shape < 1 {
      let power = exponential(logarithm(unit()) / shape)
      return gamma(shape: shape + 1) * (shape + 1) * power / shape
    }
    let d = shape - 1.0 / 3
    while true {
      let x = normal()
      let root = 1 + x / (9 * d).squareRoot()
      guard root > 0 else { continue }
      let v = root * root * root
      if logarithm(unit()) < x * x / 2 + d - d * v + d * logarithm(v) { return d * v / shape }
    }
  }

  /// A Poisson count with this mean, 0...1,000,000.
  mutating func poisson(mean: Double) -> Int {
    var rest = min(max(mean, 0), 1e6)
    var count = 0
    while rest > 0 {
      let part = min(rest, 30)
      rest -= part
      let limit = exponential(-part)
      var product = unit()
      while product > limit {
        count += 1
        product *= unit()
      }
    }
    return count
  }

  /// How many of `count` events with this chance happen.
  mutating func binomial(_ count: Int, chance: Double) -> Int {
    var hits = 0
    for _ in 0..<count where unit() < chance { hits += 1 }
    return hits
  }
}

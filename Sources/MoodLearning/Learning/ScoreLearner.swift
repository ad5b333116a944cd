import DeskCore

/// Learns up to three scores against a reference class, by AdaGrad on logistic loss, and averages
/// the last passes.
///
/// Every feature of a text counts one over the square root of their number. Classes that a source
/// does not label are left out of its loss, so that what it lacks is not taken for rare; a label
/// may be a set of classes, for sources that only say what a text is not.
package final class ScoreLearner {
  /// Weights and sums of squared slopes of one bucket.
  struct Cell {
    var weight = SIMD4<Float>.zero
    var squares = SIMD4<Float>(repeating: 1e-3)
  }

  package let settings: Settings
  private var table: [Cell]
  private var sums: [SIMD4<Float>]
  private var dense: [Cell]
  private var denseSums: [SIMD4<Float>]
  /// What a source says more often than others, which is no fact about its texts.
  private var habits: [Cell]

  package init(settings: Settings, rows: Int, denseRows: Int, sources: Int) {
    self.settings = settings
    table = Array(repeating: Cell(), count: rows)
    sums = Array(repeating: .zero, count: rows)
    dense = Array(repeating: Cell(), count: denseRows)
    denseSums = Array(repeating: .zero, count: denseRows)
    habits = Array(repeating: Cell(), count: sources)
  }

  package func train(_ examples: Examples, report: (Int, Double) -> Void = { _, _ in }) {
    for pass in 0..<settings.passes {
      let order = (0..<examples.count).map { $0 }.shuffled(seed: settings.seed &+ UInt64(pass))
      var random = SeededRandom(seed: settings.seed &* 977 &+ UInt64(pass))
      var loss = 0.0
      for index in order where examples.weights[index] > 0 {
        loss += learn(index, examples, random.next())
      }
      report(pass, loss / Double(max(1, examples.count)))
      if pass >= settings.passes - settings.averaged { addToAverage() }
    }
  }

  /// The averaged weights of buckets and of dense places.
  package func weights() -> (table: [SIMD4<Float>], dense: [SIMD4<Float>]) {
    let share = 1 / Float(min(settings.averaged, settings.passes))
    return (sums.map { $0 * share }, denseSums.map { $0 * share })
  }

  private func addToAverage() {
    for index in table.indices { sums[index] += table[index].weight }
    for index in dense.indices { denseSums[index] += dense[index].weight }
  }

  private func learn(_ index: Int, _ examples: Examples, _ mask: UInt64) -> Double {
    let range = examples.starts[index]..<examples.starts[index + 1]
    let limit = UInt64(settings.dropout * 256)
    let words = range.lowerBound..<examples.splits[index]
    let runs = examples.splits[index]..<range.upperBound
    let (wordScore, wordValue) = sum(words, examples, mask, limit)
    let (runScore, runValue) = sum(runs, examples, mask, limit)
    var score = wordScore + runScore
    for row in examples.dense[index] { score += dense[Int(row)].weight }
    if settings.learnsHabits { score += habits[examples.sources[index]].weight }
    let (slope, loss) = examples.targets[index].slope(at: score)
    let weighed = slope * examples.weights[index]
    update(words, examples, weighed * wordValue, mask, limit)
    update(runs, examples, weighed * runValue, mask, limit)
    for row in examples.dense[index] {
      Self.step(&dense[Int(row)], weighed, settings.denseRate, settings.denseDecay)
    }
    Self.step(&habits[examples.sources[index]], weighed, settings.denseRate, 1e-3)
    return Double(loss * examples.weights[index])
  }

  /// The sum of the weights of the features that are kept, each counted as the second value says.
  private func sum(
    _ range: Range<Int>, _ examples: Examples, _ mask: UInt64, _ limit: UInt64
  ) -> (SIMD4<Float>, Float) {
    var kept = 0
    var score = SIMD4<Float>.zero
    table.withUnsafeBufferPointer { table in
      examples.buckets.withUnsafeBufferPointer { buckets in
        for place in range where Self.isKept(place, mask, limit) {
          score += table[Int(buckets[place])].weight
          kept += 1
        }
      }
    }
    let value = 1 / Float(max(1, kept)).squareRoot()
    return (score * value, value)
  }

  private func update(
    _ range: Range<Int>, _ examples: Examples, _ slope: SIMD4<Float>, _ mask: UInt64,
    _ limit: UInt64
  ) {
    let rate = settings.rate
    let decay = settings.decay
    table.withUnsafeMutableBufferPointer { table in
      examples.buckets.withUnsafeBufferPointer { buckets in
        for place in range where Self.isKept(place, mask, limit) {
          Self.step(&table[Int(buckets[place])], slope, rate, decay)
        }
      }
    }
  }

  @inline(__always)
  private static func isKept(_ place: Int, _ mask: UInt64, _ limit: UInt64) -> Bool {
    if limit == 0 { return true }
    let word = (mask ^ UInt64(truncatingIfNeeded: place)) &* 0x9FB2_1C65_1E98_DF25
    return (word >> 48) & 0xFF >= limit
  }

  @inline(__always)
  private static func step(
    _ cell: inout Cell, _ slope: SIMD4<Float>, _ rate: Float, _ decay: Float
  ) {
    let gradient = slope + cell.weight * decay
    cell.squares += gradient * gradient
    cell.weight -= rate * gradient / cell.squares.squareRoot()
  }
}

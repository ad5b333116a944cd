/// Counts of what was said against what is true, and the figures that follow.
struct Confusion: Sendable {
  private var counts: [[Int]]
  let classes: Int

  init(classes: Int) {
    self.classes = classes
    counts = Array(repeating: Array(repeating: 0, count: classes), count: classes)
  }

  mutating func add(truth: Int, said: Int) { counts[truth][said] += 1 }

  var total: Int { counts.reduce(0) { $0 + $1.reduce(0, +) } }
  /// Classes that occur in the truth.
  var present: [Int] { (0..<classes).filter { counts[$0].reduce(0, +) > 0 } }
  var accuracy: Double {
    Double((0..<classes).reduce(0) { $0 + counts[$1][$1] }) / Double(max(1, total))
  }

  func recall(_ kind: Int) -> Double {
    Double(counts[kind][kind]) / Double(max(1, counts[kind].reduce(0, +)))
  }

  func f1(_ kind: Int) -> Double {
    let said = (0..<classes).reduce(0) { $0 + counts[$1][kind] }
    let actual = counts[kind].reduce(0, +)
    return 2 * Double(counts[kind][kind]) / Double(max(1, said + actual))
  }

  /// The mean over the classes that occur, in per cent.
  var macroF1: Double { mean(f1) }
  /// The mean over the classes that occur, in per cent.
  var macroRecall: Double { mean(recall) }

  private func mean(_ figure: (Int) -> Double) -> Double {
    let present = present
    return 100 * present.reduce(0) { $0 + figure($1) } / Double(max(1, present.count))
  }
}

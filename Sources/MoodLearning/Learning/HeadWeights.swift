/// The weights of one head as they were learned, before rounding.
package struct HeadWeights {
  package var table: [SIMD4<Float>]
  package var dense: [SIMD4<Float>]

  package init(table: [SIMD4<Float>], dense: [SIMD4<Float>]) {
    self.table = table
    self.dense = dense
  }

  /// The scores of one of the examples.
  package func scores(_ index: Int, _ examples: Examples) -> SIMD4<Float> {
    let start = examples.starts[index]
    let split = examples.splits[index]
    let end = examples.starts[index + 1]
    var score = SIMD4<Float>.zero
    for part in [start..<split, split..<end] {
      var sum = SIMD4<Float>.zero
      for place in part { sum += table[Int(examples.buckets[place])] }
      score += sum / Float(max(1, part.count)).squareRoot()
    }
    for row in examples.dense[index] { score += dense[Int(row)] }
    return score
  }
}

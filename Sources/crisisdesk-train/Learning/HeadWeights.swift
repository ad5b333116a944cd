/// The weights of one head as they were learned, before rounding.
struct HeadWeights {
  var table: [SIMD4<Float>]
  var dense: [SIMD4<Float>]

  /// The scores of one of the examples.
  func scores(_ index: Int, _ examples: Examples) -> SIMD4<Float> {
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

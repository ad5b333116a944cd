import Foundation
import MoodLearning

/// Learns one score for each of up to 24 classes, by AdaGrad on the softmax; for languages.
final class ClassLearner {
  let bits: UInt64
  let classes: Int
  private var weights: [Float]
  private var squares: [Float]
  private var sums: [Float]
  private var averaged = 0

  init(bits: UInt64, classes: Int) {
    self.bits = bits
    self.classes = classes
    weights = Array(repeating: 0, count: classes << bits)
    squares = Array(repeating: 1e-3, count: classes << bits)
    sums = Array(repeating: 0, count: classes << bits)
  }

  func train(_ examples: Examples, passes: Int, rate: Float, decay: Float, seed: UInt64) {
    var scores = [Float](repeating: 0, count: classes)
    for pass in 0..<passes {
      let order = (0..<examples.count).map { $0 }.shuffled(seed: seed &+ UInt64(pass))
      for index in order { learn(index, examples, &scores, rate: rate, decay: decay) }
      if pass >= passes - 2 {
        for place in weights.indices { sums[place] += weights[place] }
        averaged += 1
      }
    }
  }

  /// The averaged weights, one row a bucket.
  func result() -> [Float] { sums.map { $0 / Float(max(1, averaged)) } }

  private func learn(
    _ index: Int, _ examples: Examples, _ scores: inout [Float], rate: Float, decay: Float
  ) {
    let range = examples.starts[index]..<examples.starts[index + 1]
    guard !range.isEmpty else { return }
    let value = 1 / Float(range.count).squareRoot()
    let classes = classes
    for column in 0..<classes { scores[column] = 0 }
    weights.withUnsafeBufferPointer { weights in
      for place in range {
        let row = Int(examples.buckets[place]) * classes
        for column in 0..<classes { scores[column] += weights[row + column] }
      }
    }
    let top = (scores.max() ?? 0) * value
    var total: Float = 0
    for column in 0..<classes {
      scores[column] = expf(scores[column] * value - top)
      total += scores[column]
    }
    let weight = examples.weights[index] * value
    for column in 0..<classes {
      scores[column] =
        (scores[column] / total - (column == examples.sources[index] ? 1 : 0)) * weight
    }
    weights.withUnsafeMutableBufferPointer { weights in
      squares.withUnsafeMutableBufferPointer { squares in
        for place in range {
          let row = Int(examples.buckets[place]) * classes
          for column in 0..<classes {
            let gradient = scores[column] + decay * weights[row + column]
            squares[row + column] += gradient * gradient
            weights[row + column] -= rate * gradient / squares[row + column].squareRoot()
          }
        }
      }
    }
  }
}

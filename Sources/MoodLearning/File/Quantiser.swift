/// Rounds weights to signed bytes.
package enum Quantiser {
  /// The bytes and what one step is worth; the few largest weights are cut so that the many small
  /// ones keep their differences.
  package static func quantise(_ weights: [Float]) -> (bytes: [Int8], step: Float) {
    let sizes = weights.map { abs($0) }.filter { $0 > 0 }.sorted()
    guard let largest = sizes.last else { return (weights.map { _ in 0 }, 1) }
    let cut = sizes[min(sizes.count - 1, Int(Double(sizes.count) * 0.9999))]
    let step = max(cut, largest / 4) / 127
    let bytes = weights.map { weight in
      Int8(max(-127, min(127, (weight / step).rounded())))
    }
    return (bytes, step)
  }
}

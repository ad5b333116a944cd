#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A set of classes: three that have scores, and the one they are measured against.
package struct ClassSet: OptionSet, Sendable {
  package let rawValue: UInt8

  package static let first = ClassSet(rawValue: 1)
  package static let second = ClassSet(rawValue: 2)
  package static let third = ClassSet(rawValue: 4)
  /// The class that always scores zero: neutral, other, not abusive.
  package static let reference = ClassSet(rawValue: 8)

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  package func contains(place: Int) -> Bool { rawValue & (1 << UInt8(place)) != 0 }
}

/// What is known of the class of one text.
package struct Target: Sendable {
  /// The truth is one of these.
  package var truth: ClassSet
  /// The source could have said any of these.
  package var possible: ClassSet

  package init(truth: ClassSet, possible: ClassSet) {
    self.truth = truth
    self.possible = possible
  }

  /// The slope of the loss at the scores, and the loss.
  package func slope(at score: SIMD4<Float>) -> (slope: SIMD4<Float>, loss: Float) {
    var powers = SIMD4<Float>(0, 0, 0, 1)
    for place in 0..<3 { powers[place] = expf(min(30, score[place])) }
    var allowed = SIMD4<Float>.zero
    var right = SIMD4<Float>.zero
    for place in 0..<4 {
      if possible.contains(place: place) { allowed[place] = powers[place] }
      if truth.contains(place: place) { right[place] = powers[place] }
    }
    let all = allowed.sum()
    let share = right.sum()
    var slope = allowed / all - right / share
    slope[3] = 0
    return (slope, -logf(max(1e-9, share / all)))
  }
}

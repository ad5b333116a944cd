/// A text as the tuner sees it: which rows it stands on, and what is added to their sum.
struct TuningText {
  /// Rows of its words, and of its runs of letters.
  var words: [Int]
  var runs: [Int]
  /// What the signs and the calibration add; they are not learned from so few texts.
  var base: SIMD4<Float>
  /// Scores are divided by it.
  var temperature: Float = 1
  var target: Target
}

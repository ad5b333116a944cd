extension ScoreLearner {
  /// The numbers a run is made with.
  package struct Settings: Sendable {
    package var passes: Int
    package var rate: Float
    package var denseRate: Float
    package var decay: Float
    package var denseDecay: Float = 1e-3
    /// The share of features left out of a text each time it is seen.
    package var dropout: Float
    package var seed: UInt64 = 1
    package var averaged = 2
    /// What a source says more often than others is learned apart and left out of the model.
    package var learnsHabits: Bool

    package init(
      passes: Int = 6, rate: Float = 0.1, denseRate: Float = 0.02,
      decay: Float = 1e-3, dropout: Float = 0.05, learnsHabits: Bool = true
    ) {
      self.passes = passes
      self.rate = rate
      self.denseRate = denseRate
      self.decay = decay
      self.dropout = dropout
      self.learnsHabits = learnsHabits
    }
  }
}

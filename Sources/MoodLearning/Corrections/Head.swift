import DeskCore

/// Some columns of a table of signed bytes, as weights.
struct Head {
  let table: [Int8]
  /// Bytes of a row, and which of them belong to this head.
  let width: Int
  let columns: Range<Int>
  /// What one step of a byte is worth.
  let step: Float
  /// The row of a feature.
  let row: (UInt64) -> Int

  func rows(_ hashes: [UInt64]) -> [Int] { hashes.map(row) }

  /// The table after learning, rounded to its own steps: what did not move keeps its byte.
  ///
  /// The words in `common` hold back even where there are no other texts to tell what is common.
  func tuned(
    by texts: [TuningText], beside others: [[UInt64]], common: [UInt64],
    _ settings: TableTuner.Settings
  ) -> [Int8] {
    var shares = shares(others)
    for row in Set(rows(common)) {
      shares[row] = max(shares[row] ?? 0, settings.commonShare)
    }
    var tuner = TableTuner(settings: settings, shares: shares, row: weights)
    tuner.tune(texts)
    var table = table
    for (row, move) in tuner.moves {
      for (lane, column) in columns.enumerated() {
        let place = row * width + column
        let moved = (Float(table[place]) + move[lane] / step).rounded()
        table[place] = Int8(max(-127, min(127, moved)))
      }
    }
    return table
  }

  /// So few texts say nothing of how common a word is; shares are taken of at least this many more.
  static let doubt = 50

  /// The share of the texts that stand on each row, of the texts' hashes.
  private func shares(_ texts: [[UInt64]]) -> [Int: Float] {
    var shares: [Int: Float] = [:]
    for hashes in texts {
      for row in Set(rows(hashes)) {
        shares[row, default: 0] += 1 / Float(texts.count + Self.doubt)
      }
    }
    return shares
  }

  private func weights(_ row: Int) -> SIMD4<Float> {
    var weights = SIMD4<Float>.zero
    for (lane, column) in columns.enumerated() {
      weights[lane] = Float(table[row * width + column]) * step
    }
    return weights
  }
}

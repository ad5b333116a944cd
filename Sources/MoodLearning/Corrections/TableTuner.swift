/// Moves the few rows of a table that some texts stand on, and only as far as those texts need.
///
/// A text that is read right with some certainty moves nothing, so what was well stays as it is;
/// every move is pulled back to where the row was, so that one text cannot outweigh the thousands
/// the row was learned from; and what many other texts share moves least.
///
/// It goes over the texts twice: a rehearsal finds what explains them best, and then every row moves
/// in the measure in which it did so. Ten texts that share one word are explained by that word, and
/// what merely stood beside it stays where it was.
struct TableTuner {
  struct Settings: Sendable {
    var passes = 40
    var rate: Float = 0.15
    /// The share of what a row has moved that it goes back each time it is looked at.
    var pull: Float = 0.002
    /// A text with less loss than this teaches nothing more; here its truth has a share of 0.65.
    var enough: Float = 0.43
    /// What rows of runs of letters move against rows of words: runs are shared by more texts.
    var runs: Float = 0.8
    /// A row on which a tenth of the other texts stand moves half as far.
    var shyness: Float = 10
    /// The share of other texts that a word counts for which the lexicons list as everybody's.
    var commonShare: Float = 0.5
    var seed: UInt64 = 1
  }

  let settings: Settings
  /// The share of other texts that stand on a row, by row; the rare ones may be left out.
  let shares: [Int: Float]
  /// The weights of a row as they are.
  let row: (Int) -> SIMD4<Float>
  /// How far rows have moved.
  private(set) var moves: [Int: SIMD4<Float>] = [:]
  /// How much of its texts each row explained in the rehearsal, 0 to 1; empty before it.
  private var focus: [Int: Float] = [:]

  init(settings: Settings, shares: [Int: Float], row: @escaping (Int) -> SIMD4<Float>) {
    self.settings = settings
    self.shares = shares
    self.row = row
  }

  mutating func tune(_ texts: [TuningText]) {
    go(over: texts)
    focus = focused(texts)
    moves = [:]
    go(over: texts)
  }

  /// How far each row moved against the row that moved furthest in the same text; of several texts
  /// the one counts in which it did most.
  private func focused(_ texts: [TuningText]) -> [Int: Float] {
    var focus: [Int: Float] = [:]
    for rows in texts.flatMap({ [$0.words, $0.runs] }) {
      let lengths = rows.map { row in
        let move = moves[row] ?? .zero
        return (move * move).sum().squareRoot()
      }
      guard let furthest = lengths.max(), furthest > 0 else { continue }
      for (row, length) in zip(rows, lengths) {
        focus[row] = max(focus[row] ?? 0, length / furthest)
      }
    }
    return focus
  }

  private mutating func go(over texts: [TuningText]) {
    for pass in 0..<settings.passes {
      let order = Array(texts.indices).shuffled(seed: settings.seed &+ UInt64(pass))
      for index in order { learn(texts[index]) }
    }
  }

  private mutating func learn(_ text: TuningText) {
    let score = (text.base + sum(text.words) + sum(text.runs)) / text.temperature
    let (slope, loss) = text.target.slope(at: score)
    guard loss > settings.enough else { return }
    move(text.words, slope / text.temperature)
    move(text.runs, slope / text.temperature * settings.runs)
  }

  private func sum(_ rows: [Int]) -> SIMD4<Float> {
    rows.reduce(SIMD4<Float>.zero) { $0 + row($1) + (moves[$1] ?? .zero) } * Self.value(rows)
  }

  private mutating func move(_ rows: [Int], _ slope: SIMD4<Float>) {
    let step = slope * (settings.rate * Self.value(rows))
    for place in rows {
      let moved = moves[place] ?? .zero
      let ease = (focus[place] ?? 1) / (1 + settings.shyness * (shares[place] ?? 0))
      moves[place] = moved - step * ease - moved * settings.pull
    }
  }

  /// What each of the rows counts for.
  private static func value(_ rows: [Int]) -> Float { 1 / Float(max(1, rows.count)).squareRoot() }
}

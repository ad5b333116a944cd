import DeskCore
import MoodLearning

/// Intents read off sentiment labels: a bad review is a complaint, a good one is praise, and what
/// is neutral without a question mark is neither. There are many of them.
enum WeakIntents {
  static let limit = 1200

  static func rows(
    _ rows: [Row], _ table: SourceTable, seed: UInt64
  ) -> [(Row, ClassSet)] {
    var random = SeededRandom(seed: seed)
    var counts: [String: Int] = [:]
    var found: [(Row, ClassSet)] = []
    for row in rows.shuffled(using: &random) {
      let key = row.source + row.language.rawValue + row.label
      guard let truth = truth(row, table[row.source].kind), counts[key, default: 0] < limit else {
        continue
      }
      counts[key, default: 0] += 1
      found.append((row, truth))
    }
    return found
  }

  private static func truth(_ row: Row, _ kind: String) -> ClassSet? {
    let asks = row.text.contains("?") || row.text.contains("؟")
    switch (kind, row.label) {
    case ("reviews", "neg"): return .first
    case ("reviews", "pos"): return .third
    case ("social", "neg"): return [.first, .reference, .second]
    case ("social", "pos"): return [.third, .reference]
    case ("social", "neu"), ("news", "neu"): return asks ? [.second, .reference] : .reference
    case ("news", "neg"), ("news", "pos"): return .reference
    default: return nil
    }
  }
}

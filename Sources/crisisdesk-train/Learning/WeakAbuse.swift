import DeskCore

/// Abuse read off the lexicons' insults, in the languages that no public set labels: clear insults
/// are abuse, and texts without any are not. They weigh little.
enum WeakAbuse {
  static let weight: Float = 0.25
  static let limit = 2000
  static let languages: [Language] = [.persian, .uzbek, .ukrainian, .russian]

  static func rows(_ rows: [Row], seed: UInt64) -> [(Row, Bool)] {
    let reader = LexiconMoodReader()
    var random = SeededRandom(seed: seed)
    var counts: [Language: Int] = [:]
    var found: [(Row, Bool)] = []
    for row in rows.shuffled(using: &random) where languages.contains(row.language) {
      guard counts[row.language, default: 0] < limit, row.source != "uz_app_mt" else { continue }
      let abuse = reader.read(row.text, language: row.language).abuse
      guard abuse == 0 || abuse > 0.6 else { continue }
      counts[row.language, default: 0] += 1
      found.append((row, abuse > 0.6))
    }
    return found
  }
}

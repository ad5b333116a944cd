internal import DeskCore
internal import GRDB

/// What a transaction changes in the counts, collected and written at its end.
struct RollUps {
  private var states: [MentionState: Int] = [:]
  private var minutes: [Int64: [Int]] = [:]
  /// What changes in the counts of facets.
  var facets = FacetChanges()

  /// Moves one mention from a state (nil when it is new) to another.
  mutating func move(from old: MentionState?, to new: MentionState) {
    guard old != new else { return }
    if let old { states[old, default: 0] -= 1 }
    states[new, default: 0] += 1
  }

  /// Counts `difference` mentions of a sentiment in the minute of `instant`.
  mutating func count(_ sentiment: Sentiment, at instant: Timestamp, difference: Int) {
    minutes[Self.minute(of: instant), default: [0, 0, 0]][sentiment.rawValue] += difference
  }

  /// Adds everything to the tables.
  func write(_ db: Database) throws {
    for (state, difference) in states where difference != 0 {
      let update = try db.cachedStatement(sql: "UPDATE tally SET count = count + ? WHERE state = ?")
      try update.execute(arguments: [difference, state.rawValue])
    }
    for (minute, difference) in minutes where difference.contains(where: { $0 != 0 }) {
      try Self.write(difference, minute: minute, db)
    }
    try facets.write(db)
  }

  /// The minute an instant belongs to, counted from the epoch.
  static func minute(of instant: Timestamp) -> Int64 {
    let seconds = instant.seconds
    return seconds >= 0 ? seconds / 60 : (seconds - 59) / 60
  }

  private static func write(_ difference: [Int], minute: Int64, _ db: Database) throws {
    let make = try db.cachedStatement(
      sql: """
        INSERT INTO moodMinute (minute, negative, neutral, positive) VALUES (?, 0, 0, 0)
        ON CONFLICT (minute) DO NOTHING
        """)
    try make.execute(arguments: [minute])
    let add = try db.cachedStatement(
      sql: """
        UPDATE moodMinute
        SET negative = negative + ?, neutral = neutral + ?, positive = positive + ?
        WHERE minute = ?
        """)
    try add.execute(arguments: [difference[0], difference[1], difference[2], minute])
  }
}

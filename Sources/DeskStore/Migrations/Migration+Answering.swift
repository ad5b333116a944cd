extension Migration {
  /// What colleagues tell each other about a conversation, who reads which one now, and the queue
  /// in the order in which waiting becomes too long.
  static let answering = Migration(
    version: 4,
    statements: """
      CREATE TABLE note (
        id INTEGER PRIMARY KEY,
        mention INTEGER NOT NULL REFERENCES mention(id),
        seat TEXT NOT NULL,
        at INTEGER NOT NULL,
        text TEXT NOT NULL
      ) STRICT;
      CREATE INDEX noteByMention ON note(mention);
      CREATE TABLE presence (
        seat TEXT PRIMARY KEY,
        conversation INTEGER NOT NULL,
        until INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      DROP INDEX mentionByDue;
      CREATE INDEX mentionByBreach ON mention(dueAt, rank) WHERE state = 0;

      """)
}

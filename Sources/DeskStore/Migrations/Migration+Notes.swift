extension Migration {
  /// What colleagues tell each other about a conversation, and who reads which one now.
  static let notes = Migration(
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

      """)
}

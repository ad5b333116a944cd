extension Migration {
  /// What topics mean, how usual each term is, and how far a level has been carried through.
  static let levels = Migration(
    version: 7,
    statements: """
      CREATE TABLE topic (name TEXT PRIMARY KEY, words TEXT NOT NULL) STRICT, WITHOUT ROWID;
      CREATE TABLE termMemory (
        brand TEXT PRIMARY KEY,
        upTo INTEGER NOT NULL,
        bytes BLOB NOT NULL
      ) STRICT;
      CREATE TABLE levelWork (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        applied TEXT NOT NULL,
        toldMove INTEGER NOT NULL,
        toldAlert INTEGER NOT NULL,
        problem TEXT NOT NULL
      ) STRICT;

      """)
}

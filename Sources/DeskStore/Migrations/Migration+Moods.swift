extension Migration {
  /// What people say of moods, and how far a change of the model has been carried through.
  static let moods = Migration(
    version: 2,
    statements: """
      CREATE TABLE correction (
        mention INTEGER PRIMARY KEY REFERENCES mention(id),
        sentiment INTEGER CHECK (sentiment BETWEEN 0 AND 2),
        intent INTEGER CHECK (intent BETWEEN 0 AND 3),
        seat TEXT NOT NULL,
        at INTEGER NOT NULL,
        modelSentiment INTEGER NOT NULL,
        modelIntent INTEGER NOT NULL,
        negative REAL NOT NULL,
        neutral REAL NOT NULL,
        positive REAL NOT NULL,
        abuse REAL NOT NULL,
        language TEXT NOT NULL,
        CHECK (sentiment IS NOT NULL OR intent IS NOT NULL)
      ) STRICT;
      CREATE TABLE rereading (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        model TEXT NOT NULL,
        top INTEGER NOT NULL,
        next INTEGER NOT NULL
      ) STRICT;

      """)
}

extension Migration {
  /// What is counted five minutes at a time, what detectors know of it, and what people were told.
  static let alerts = Migration(
    version: 3,
    statements: """
      CREATE TABLE series (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE) STRICT;
      CREATE TABLE seriesBucket (
        series INTEGER NOT NULL REFERENCES series(id),
        startsAt INTEGER NOT NULL,
        offsetSeconds INTEGER NOT NULL,
        count REAL NOT NULL,
        texts REAL NOT NULL,
        judged REAL NOT NULL,
        negative REAL NOT NULL,
        PRIMARY KEY (series, startsAt)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE detector (
        series INTEGER PRIMARY KEY REFERENCES series(id),
        upTo INTEGER NOT NULL,
        bytes BLOB NOT NULL
      ) STRICT;
      CREATE TABLE alert (
        id INTEGER PRIMARY KEY,
        at INTEGER NOT NULL,
        waitsFrom INTEGER,
        body TEXT NOT NULL
      ) STRICT;
      CREATE INDEX alertByTime ON alert(at);

      """)
}

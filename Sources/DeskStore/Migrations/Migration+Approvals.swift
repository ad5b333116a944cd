extension Migration {
  /// What was frozen when something was decided, who said yes to it, and who may do what.
  ///
  /// SQLite cannot change a CHECK; the words it lists are widened in the schema itself, as its
  /// manual describes, so that the table need not be copied and keeps every column it has. The
  /// columns are added before that, because adding one writes into the text of the schema, and the
  /// tables after it, because making one tells every other connection to read the schema anew.
  static let approvals = Migration(
    version: 5,
    statements: """
      ALTER TABLE outgoing ADD COLUMN frozen TEXT NOT NULL DEFAULT '';
      ALTER TABLE outgoing ADD COLUMN authorRole TEXT NOT NULL DEFAULT 'responder';
      ALTER TABLE outgoing ADD COLUMN need TEXT NOT NULL DEFAULT '0,0,0,0';
      ALTER TABLE outgoing ADD COLUMN approveBy INTEGER;
      ALTER TABLE outgoing ADD COLUMN seenVersion INTEGER;
      ALTER TABLE outgoing ADD COLUMN seenTheirs INTEGER;
      ALTER TABLE outgoing ADD COLUMN seenOurs INTEGER;
      PRAGMA writable_schema = ON;
      UPDATE sqlite_schema SET sql = replace(replace(sql,
        '(''queued'', ''sending'',',
        '(''draft'', ''awaiting'', ''approved'', ''queued'', ''sending'','),
        '''post'', ''deletion'')', '''post'', ''deletion'', ''notification'')')
        WHERE type = 'table' AND name = 'outgoing';
      PRAGMA writable_schema = RESET;
      CREATE TABLE approval (
        item INTEGER NOT NULL REFERENCES outgoing(id),
        seat TEXT NOT NULL,
        at INTEGER NOT NULL,
        digest TEXT NOT NULL,
        note TEXT NOT NULL,
        PRIMARY KEY (item, seat, digest)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE revision (
        id INTEGER PRIMARY KEY,
        item INTEGER NOT NULL REFERENCES outgoing(id),
        seat TEXT NOT NULL,
        at INTEGER NOT NULL,
        before TEXT NOT NULL,
        after TEXT NOT NULL
      ) STRICT;
      CREATE INDEX revisionByItem ON revision(item);
      CREATE TABLE seatRole (seat TEXT PRIMARY KEY, role TEXT NOT NULL) STRICT, WITHOUT ROWID;

      """)
}

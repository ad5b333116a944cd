extension Migration {
  /// Campaigns, repeated posts, and pauses that stand over a part of the desk.
  static let schedule = Migration(
    version: 6,
    statements: """
      CREATE TABLE postSeries (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        account TEXT NOT NULL,
        text TEXT NOT NULL,
        tag TEXT,
        rule TEXT NOT NULL,
        zone TEXT NOT NULL,
        author TEXT NOT NULL,
        lastDay INTEGER NOT NULL,
        made INTEGER NOT NULL CHECK (made >= 0),
        isOver INTEGER NOT NULL CHECK (isOver IN (0, 1))
      ) STRICT;
      ALTER TABLE outgoing ADD COLUMN tag TEXT;
      ALTER TABLE outgoing ADD COLUMN series INTEGER REFERENCES postSeries(id);
      CREATE INDEX outgoingPostByDue ON outgoing(dueAt) WHERE kind = 'post';
      CREATE INDEX outgoingByAdmission ON outgoing(admittedAt) WHERE admittedAt IS NOT NULL;
      ALTER TABLE pause ADD COLUMN account TEXT NOT NULL DEFAULT '';
      ALTER TABLE pause ADD COLUMN tag TEXT NOT NULL DEFAULT '';
      ALTER TABLE pause ADD COLUMN remindEvery INTEGER;
      DROP INDEX pauseStanding;
      CREATE UNIQUE INDEX pauseStanding ON pause(account, tag) WHERE endedAt IS NULL;

      """)
}

extension Migration {
  /// What people decide: claims, drafts, what leaves, the switch and the level.
  static let decisions = """
    CREATE TABLE claim (
      conversation INTEGER PRIMARY KEY,
      seat TEXT NOT NULL,
      since INTEGER NOT NULL,
      until INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE draft (
      mention INTEGER NOT NULL REFERENCES mention(id),
      seat TEXT NOT NULL,
      text TEXT NOT NULL,
      isDirect INTEGER NOT NULL CHECK (isDirect IN (0, 1)),
      seenVersion INTEGER NOT NULL,
      savedAt INTEGER NOT NULL,
      PRIMARY KEY (mention, seat)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE outgoing (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      kind TEXT NOT NULL CHECK (kind IN ('reply', 'direct', 'post', 'deletion')),
      account TEXT NOT NULL,
      mention INTEGER REFERENCES mention(id),
      targetNative TEXT,
      recipient TEXT,
      visibility INTEGER NOT NULL CHECK (visibility BETWEEN 0 AND 3),
      text TEXT NOT NULL,
      language TEXT,
      state TEXT NOT NULL CHECK (state IN
        ('queued', 'sending', 'sent', 'refused', 'unknown', 'held', 'missed', 'dropped')),
      dueAt INTEGER NOT NULL,
      key TEXT NOT NULL UNIQUE,
      author TEXT NOT NULL,
      createdAt INTEGER NOT NULL,
      admittedAt INTEGER,
      attempts INTEGER NOT NULL CHECK (attempts >= 0),
      sentNative TEXT,
      detail TEXT NOT NULL
    ) STRICT;
    CREATE INDEX outgoingByState ON outgoing(state, dueAt, id);
    CREATE INDEX outgoingByMention ON outgoing(mention) WHERE mention IS NOT NULL;
    CREATE INDEX outgoingBySent ON outgoing(account, sentNative) WHERE sentNative IS NOT NULL;
    CREATE TABLE pause (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      seat TEXT NOT NULL,
      at INTEGER NOT NULL,
      scope TEXT NOT NULL CHECK (scope IN ('posts', 'everything')),
      reason TEXT NOT NULL,
      endedAt INTEGER,
      endedBy TEXT,
      endReason TEXT
    ) STRICT;
    CREATE UNIQUE INDEX pauseStanding ON pause(endedAt IS NULL) WHERE endedAt IS NULL;
    CREATE TABLE levelChange (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      level INTEGER NOT NULL CHECK (level BETWEEN 0 AND 3),
      seat TEXT NOT NULL,
      at INTEGER NOT NULL,
      reason TEXT NOT NULL
    ) STRICT;
    CREATE TABLE nativePost (
      account TEXT NOT NULL,
      native TEXT NOT NULL,
      text TEXT NOT NULL,
      dueAt INTEGER NOT NULL,
      snapshot TEXT NOT NULL,
      hold TEXT NOT NULL,
      detail TEXT NOT NULL,
      PRIMARY KEY (account, native)
    ) STRICT, WITHOUT ROWID;

    """

  /// The chain may only grow: SQLite itself refuses to change it, and `auditHead` tells when
  /// somebody got round that and cut its end off.
  static let auditChain = """
    CREATE TABLE audit (
      sequence INTEGER PRIMARY KEY,
      at INTEGER NOT NULL,
      seat TEXT NOT NULL,
      action TEXT NOT NULL,
      subject TEXT NOT NULL,
      detail TEXT NOT NULL,
      previous TEXT NOT NULL,
      hash TEXT NOT NULL
    ) STRICT;
    CREATE TABLE auditHead (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      count INTEGER NOT NULL,
      hash TEXT NOT NULL
    ) STRICT;
    INSERT INTO auditHead (id, count, hash) VALUES (1, 0, '');
    CREATE TRIGGER auditNeverChanges BEFORE UPDATE ON audit
      BEGIN SELECT raise(ABORT, 'the audit chain only grows'); END;
    CREATE TRIGGER auditNeverShrinks BEFORE DELETE ON audit
      BEGIN SELECT raise(ABORT, 'the audit chain only grows'); END;
    CREATE TRIGGER auditHeadOnlyGrows BEFORE UPDATE ON auditHead WHEN NEW.count <> OLD.count + 1
      BEGIN SELECT raise(ABORT, 'the audit chain only grows'); END;
    CREATE TRIGGER auditHeadStays BEFORE DELETE ON auditHead
      BEGIN SELECT raise(ABORT, 'the audit chain only grows'); END;

    """
}

extension Migration {
  /// Who says nearly the same, what people judged authors to be, and what wakes a snoozed mention.
  ///
  /// Clusters stand beside the mentions, so that a mention that is alone costs nothing. Their counts
  /// are kept by triggers, so that no way of changing a mention can forget them. A mention whose
  /// author changed the text says something else and stands for itself from then on.
  static let threads = Migration(version: 8, statements: clusters + authors + waking)

  private static let clusters = """
    CREATE TABLE cluster (
      id INTEGER PRIMARY KEY,
      size INTEGER NOT NULL,
      open INTEGER NOT NULL,
      newest INTEGER NOT NULL,
      lastAt INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX clusterByLast ON cluster(lastAt);
    CREATE TABLE clusterMember (
      mention INTEGER PRIMARY KEY REFERENCES mention(id), cluster INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX clusterMemberByCluster ON clusterMember(cluster);
    CREATE TABLE clusterSplit (mention INTEGER PRIMARY KEY REFERENCES mention(id)) STRICT;
    CREATE TABLE clusterWork (
      id INTEGER PRIMARY KEY CHECK (id = 1), upTo INTEGER NOT NULL
    ) STRICT;
    CREATE TRIGGER clusterGains AFTER INSERT ON clusterMember BEGIN
      INSERT OR IGNORE INTO cluster (id, size, open, newest, lastAt)
        VALUES (NEW.cluster, 0, 0, 0, 0);
      UPDATE cluster SET size = size + 1,
        open = open + (SELECT state = 0 FROM mention WHERE id = NEW.mention),
        newest = max(newest, NEW.mention),
        lastAt = max(lastAt, (SELECT seenAt FROM mention WHERE id = NEW.mention))
        WHERE id = NEW.cluster;
    END;
    CREATE TRIGGER clusterDrops AFTER DELETE ON clusterMember BEGIN
      UPDATE cluster SET size = size - 1,
        open = open - (SELECT state = 0 FROM mention WHERE id = OLD.mention)
        WHERE id = OLD.cluster;
    END;
    CREATE TRIGGER clusterMoves AFTER UPDATE OF state ON mention
      WHEN (NEW.state = 0) <> (OLD.state = 0) AND NEW.text = OLD.text BEGIN
      UPDATE cluster SET open = open + (NEW.state = 0) - (OLD.state = 0)
        WHERE id = (SELECT cluster FROM clusterMember WHERE mention = NEW.id);
    END;
    CREATE TRIGGER clusterLoses AFTER UPDATE OF text ON mention WHEN NEW.text <> OLD.text BEGIN
      UPDATE cluster SET open = open + (NEW.state = 0) - (OLD.state = 0)
        WHERE id = (SELECT cluster FROM clusterMember WHERE mention = NEW.id);
      DELETE FROM clusterMember WHERE mention = NEW.id;
    END;

    """

  /// Every judgement is kept; `authorKind` holds those that count.
  private static let authors = """
    CREATE TABLE authorVerdict (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      platformId INTEGER NOT NULL REFERENCES platform(id),
      handle TEXT NOT NULL,
      kind TEXT NOT NULL,
      seat TEXT NOT NULL,
      at INTEGER NOT NULL,
      note TEXT NOT NULL,
      takenBackAt INTEGER
    ) STRICT;
    CREATE INDEX authorVerdictByAuthor ON authorVerdict(handle, platformId);
    CREATE TABLE authorKind (
      handle TEXT NOT NULL,
      platformId INTEGER NOT NULL REFERENCES platform(id),
      kind TEXT NOT NULL,
      PRIMARY KEY (handle, platformId)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX authorKindByKind ON authorKind(kind);

    """

  /// Snoozed mentions that an alert wakes, whatever time it is.
  private static let waking = """
    CREATE TABLE wakeOnSpike (mention INTEGER PRIMARY KEY REFERENCES mention(id)) STRICT;

    """
}

extension Migration {
  /// Everything a desk remembers. Times are milliseconds since the epoch, in UTC.
  static let firstSchema = Migration(
    version: 1,
    statements: names + mentions + queue + search + rollUps + sources + decisions + auditChain)

  /// Long names that many rows share, kept once.
  private static let names = """
    CREATE TABLE account (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
    CREATE TABLE platform (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
    CREATE TABLE language (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;

    """

  /// What grows with time is appended; what would land anywhere costs a page for every mention.
  ///
  /// `keyHash` stands for (account, native): an index over eight bytes is half the work of one over
  /// text, and the real values are compared after it. It keeps the order of native ids
  /// (`StableHash.key`). The author is told in every row as they were then: a table of authors
  /// would be looked up and written in random places. Replies alone carry a conversation that is
  /// not their own id, so only they are indexed by it.
  private static let mentions = """
    CREATE TABLE mention (
      id INTEGER PRIMARY KEY,
      keyHash INTEGER NOT NULL,
      accountId INTEGER NOT NULL,
      native TEXT NOT NULL,
      platformId INTEGER NOT NULL,
      handle TEXT NOT NULL,
      name TEXT NOT NULL,
      followers INTEGER,
      accountCreatedAt INTEGER,
      isAutomated INTEGER NOT NULL CHECK (isAutomated IN (0, 1)),
      text TEXT NOT NULL,
      createdAt INTEGER NOT NULL,
      seenAt INTEGER NOT NULL,
      url TEXT,
      inReplyTo TEXT,
      languageHint TEXT,
      visibility INTEGER NOT NULL CHECK (visibility BETWEEN 0 AND 3),
      isOwn INTEGER NOT NULL CHECK (isOwn IN (0, 1)),
      conversation INTEGER NOT NULL,
      sentiment INTEGER NOT NULL CHECK (sentiment BETWEEN 0 AND 2),
      intent INTEGER NOT NULL CHECK (intent BETWEEN 0 AND 3),
      negative REAL NOT NULL,
      neutral REAL NOT NULL,
      positive REAL NOT NULL,
      abuse REAL NOT NULL,
      language TEXT NOT NULL,
      facet INTEGER NOT NULL,
      state INTEGER NOT NULL CHECK (state BETWEEN 0 AND 8),
      version INTEGER NOT NULL CHECK (version >= 1),
      editedAt INTEGER,
      snoozedUntil INTEGER,
      dueAt INTEGER NOT NULL,
      rank INTEGER NOT NULL,
      CHECK ((state = 1) = (snoozedUntil IS NOT NULL))
    ) STRICT;
    CREATE INDEX mentionByKey ON mention(keyHash);
    CREATE INDEX mentionByOccurred ON mention(min(createdAt, seenAt));
    CREATE INDEX mentionByDue ON mention(dueAt) WHERE state = 0;
    CREATE INDEX mentionBySeen ON mention(seenAt) WHERE state = 0;
    CREATE INDEX mentionBySnooze ON mention(snoozedUntil) WHERE state = 1;
    CREATE INDEX mentionByVerdict ON mention(state, id) WHERE state > 0;
    CREATE INDEX mentionByConversation ON mention(conversation) WHERE conversation <> id;
    CREATE TABLE tombstone (
      keyHash INTEGER NOT NULL,
      accountId INTEGER NOT NULL,
      native TEXT NOT NULL,
      at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX tombstoneByKey ON tombstone(keyHash);
    CREATE TABLE orphan (
      child INTEGER PRIMARY KEY REFERENCES mention(id),
      parentHash INTEGER NOT NULL,
      accountId INTEGER NOT NULL,
      native TEXT NOT NULL
    ) STRICT;
    CREATE INDEX orphanByParent ON orphan(parentHash);

    """

  /// The open mentions by urgency. New ones go to `queueFresh`, which stays so small that a batch
  /// touches few pages, and are moved to `queue` a few thousand at a time, in order. What changes
  /// later is kept in step by a trigger, so that no way of changing a mention can forget it.
  private static let queue = """
    CREATE TABLE queue (
      rank INTEGER NOT NULL, id INTEGER NOT NULL, facet INTEGER NOT NULL, PRIMARY KEY (rank, id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE queueFresh (
      rank INTEGER NOT NULL, id INTEGER NOT NULL, facet INTEGER NOT NULL, PRIMARY KEY (rank, id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE facetBlock (
      block INTEGER PRIMARY KEY,
      open INTEGER NOT NULL CHECK (open >= 0),
      counts BLOB NOT NULL
    ) STRICT;
    CREATE TRIGGER mentionMoves AFTER UPDATE OF state, rank, facet ON mention BEGIN
      DELETE FROM queue WHERE OLD.state = 0 AND rank = OLD.rank AND id = OLD.id;
      DELETE FROM queueFresh WHERE OLD.state = 0 AND rank = OLD.rank AND id = OLD.id;
      INSERT INTO queue (rank, id, facet) SELECT NEW.rank, NEW.id, NEW.facet WHERE NEW.state = 0;
      UPDATE facetBlock SET open = open + (NEW.state = 0) - (OLD.state = 0)
        WHERE block = NEW.id >> 8 AND (NEW.state = 0) <> (OLD.state = 0);
    END;

    """

  /// Both tables hold folded text and no copy of it: a row is taken out by folding the old text.
  /// `mentionWord` also holds a word that stands for the author (`SearchFold.word(forAuthor:)`): it
  /// grows in order of time, where an index by author would touch another page for every mention.
  private static let search = """
    CREATE VIRTUAL TABLE mentionWord USING fts5(
      text, content='', columnsize=0,
      tokenize="unicode61 remove_diacritics 2 tokenchars '#@_'"
    );
    CREATE VIRTUAL TABLE mentionGram USING fts5(
      text, content='', columnsize=0, tokenize='trigram'
    );
    INSERT INTO mentionWord (mentionWord, rank) VALUES ('automerge', 16), ('crisismerge', 64);
    INSERT INTO mentionGram (mentionGram, rank) VALUES ('automerge', 16), ('crisismerge', 64);

    """

  private static let rollUps = """
    CREATE TABLE tally (
      state INTEGER PRIMARY KEY CHECK (state BETWEEN 0 AND 8),
      count INTEGER NOT NULL CHECK (count >= 0)
    ) STRICT;
    INSERT INTO tally (state, count)
      VALUES (0, 0), (1, 0), (2, 0), (3, 0), (4, 0), (5, 0), (6, 0), (7, 0), (8, 0);
    CREATE TABLE moodMinute (
      minute INTEGER PRIMARY KEY,
      negative INTEGER NOT NULL CHECK (negative >= 0),
      neutral INTEGER NOT NULL CHECK (neutral >= 0),
      positive INTEGER NOT NULL CHECK (positive >= 0)
    ) STRICT;

    """

  private static let sources = """
    CREATE TABLE cursor (account TEXT PRIMARY KEY, parts TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE gap (
      id INTEGER PRIMARY KEY,
      account TEXT NOT NULL,
      startsAt INTEGER NOT NULL,
      endsAt INTEGER NOT NULL,
      reason TEXT NOT NULL,
      UNIQUE (account, startsAt, endsAt)
    ) STRICT;
    CREATE INDEX gapByEnd ON gap(endsAt);
    CREATE TABLE sourceHealth (
      account TEXT PRIMARY KEY,
      state TEXT NOT NULL,
      detail TEXT NOT NULL,
      heardAt INTEGER,
      reportedAt INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE serviceLease (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      holder TEXT NOT NULL,
      until INTEGER NOT NULL
    ) STRICT;

    """
}

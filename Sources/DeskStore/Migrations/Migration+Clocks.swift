extension Migration {
  /// From when a message waits, when its clock stood, who was told that it is late, and what must be
  /// found anew because a conversation changed.
  ///
  /// A message of somebody who wrote before shares the clock of the first one, so any change of a
  /// state may move the deadlines of others. The trigger writes down which conversation it was, so
  /// that no way of changing a mention can forget it; the services find the deadlines.
  static let clocks = Migration(
    version: 9,
    statements: """
      ALTER TABLE mention ADD COLUMN waitsFrom INTEGER;
      ALTER TABLE mention ADD COLUMN warnAt INTEGER;
      ALTER TABLE mention ADD COLUMN told INTEGER NOT NULL DEFAULT 0;
      CREATE INDEX mentionByWriter ON mention(conversation, handle) WHERE conversation <> id;
      CREATE TABLE hold (
        id INTEGER PRIMARY KEY,
        mention INTEGER NOT NULL REFERENCES mention(id),
        reason TEXT NOT NULL,
        at INTEGER NOT NULL,
        endedAt INTEGER,
        spare INTEGER NOT NULL
      ) STRICT;
      CREATE UNIQUE INDEX holdStanding ON hold(mention) WHERE endedAt IS NULL;
      CREATE INDEX holdByMention ON hold(mention);
      CREATE TABLE clockWork (mention INTEGER PRIMARY KEY REFERENCES mention(id)) STRICT;
      CREATE TRIGGER mentionClock AFTER UPDATE OF state, conversation ON mention
        WHEN NEW.state <> OLD.state OR NEW.conversation <> OLD.conversation
      BEGIN
        INSERT OR IGNORE INTO clockWork (mention) VALUES (NEW.id);
        DELETE FROM hold WHERE mention = NEW.id AND endedAt IS NULL AND NEW.state > 1;
      END;

      """)
}

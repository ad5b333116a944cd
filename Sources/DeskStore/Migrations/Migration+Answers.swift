extension Migration {
  /// What leaves only after something else was sent, and a yes that overrules the missing ones.
  static let answers = Migration(
    version: 10,
    statements: """
      ALTER TABLE outgoing ADD COLUMN afterItem INTEGER REFERENCES outgoing(id);
      CREATE INDEX outgoingByLeader ON outgoing(afterItem) WHERE afterItem IS NOT NULL;
      ALTER TABLE approval ADD COLUMN isOverride INTEGER NOT NULL DEFAULT 0
        CHECK (isOverride IN (0, 1));
      CREATE INDEX approvalByOverride ON approval(at) WHERE isOverride = 1;

      """)
}

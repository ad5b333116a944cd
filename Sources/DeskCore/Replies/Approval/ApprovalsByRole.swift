/// What the levels ask for, except where a role has a rule of its own at a level.
public struct ApprovalsByRole: ApprovalPolicy {
  /// What holds for roles without a rule.
  public let levels: LevelRules
  /// How many other people must say yes to a public answer, by the author's role and the level.
  public let roles: [Role: [Level: Int]]

  /// Makes a policy.
  public init(levels: LevelRules, roles: [Role: [Level: Int]] = [:]) {
    self.levels = levels
    self.roles = roles
  }

  /// What the level asks for, whoever wrote it.
  public func needed(for content: Outgoing, level: Level) -> Int {
    levels.needed(for: content, level: level)
  }

  /// What the role's own rule asks for, else the level's; private answers and posts need none.
  public func needed(for content: Outgoing, level: Level, role: Role) -> Int {
    guard content.kind == .reply, let own = roles[role]?[level] else {
      return needed(for: content, level: level)
    }
    return own
  }
}

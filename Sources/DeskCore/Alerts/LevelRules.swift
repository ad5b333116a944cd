/// What a level changes while it holds.
public struct LevelRule: Hashable, Codable, Sendable {
  /// A first answer is due after this share of the usual time, 1...100 percent.
  public var answerPercent: Int
  /// Whether the clocks of answers run outside the service hours too.
  public var isAroundTheClock: Bool
  /// How many other people must approve a public answer, 0...2.
  public var approvals: Int
  /// Who is told when the level is reached or left.
  public var contacts: [String]

  /// Makes a rule; numbers outside their range are moved to the nearer end.
  public init(
    answerPercent: Int = 100, isAroundTheClock: Bool = false, approvals: Int = 0,
    contacts: [String] = []
  ) {
    self.answerPercent = min(max(answerPercent, 1), 100)
    self.isAroundTheClock = isAroundTheClock
    self.approvals = min(max(approvals, 0), 2)
    self.contacts = contacts
  }
}

/// The table of what each level changes: clocks, approvals, and who is told.
///
/// | level | answers due | outside service hours | approvals |
/// |---|---|---|---|
/// | calm, watch | as usual | clocks stand | 0 |
/// | incident | after half the time | clocks run | 1 |
/// | crisis | after a quarter of it | clocks run | 1 |
public struct LevelRules: Hashable, Codable, Sendable {
  private var rules: [LevelRule]

  /// Makes a table; without arguments it is the one above.
  public init(
    calm: LevelRule = LevelRule(), watch: LevelRule = LevelRule(),
    incident: LevelRule = LevelRule(answerPercent: 50, isAroundTheClock: true, approvals: 1),
    crisis: LevelRule = LevelRule(answerPercent: 25, isAroundTheClock: true, approvals: 1)
  ) {
    rules = [calm, watch, incident, crisis]
  }

  /// The rule of a level.
  public subscript(level: Level) -> LevelRule {
    get { rules[level.rawValue] }
    set { rules[level.rawValue] = newValue }
  }

  /// How many other people must approve an answer at a level; a private one needs none.
  public func approvals(at level: Level, isPublic: Bool) -> Int {
    isPublic ? self[level].approvals : 0
  }

  /// Who is told of a move, each once: those of the new level and those of the old one, who should
  /// hear that it is over.
  public func contacts(from: Level, to: Level) -> [String] {
    var seen: Set<String> = []
    return (self[to].contacts + self[from].contacts).filter { seen.insert($0).inserted }
  }
}

extension LevelRules: ApprovalPolicy {
  /// What the level asks of a public answer; everything else needs none.
  public func needed(for content: Outgoing, level: Level) -> Int {
    approvals(at: level, isPublic: content.kind == .reply)
  }
}

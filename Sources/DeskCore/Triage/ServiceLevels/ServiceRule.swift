/// How long somebody may wait, and to whom that applies.
public struct ServiceRule: Hashable, Codable, Sendable {
  /// The levels at which it applies; nil for all, each of which may shorten it.
  public var levels: ClosedRange<Level>?
  /// What the person wants; empty for anything.
  public var intents: Set<Intent>
  /// The least number of followers.
  public var leastFollowers: Int
  /// The longest time to the first answer, in working time.
  public var first: Span
  /// The longest time to each answer after it, in working time.
  public var next: Span

  /// Makes a rule.
  public init(
    levels: ClosedRange<Level>? = nil, intents: Set<Intent> = [],
    leastFollowers: Int = 0, first: Span, next: Span
  ) {
    self.levels = levels
    self.intents = intents
    self.leastFollowers = leastFollowers
    self.first = first
    self.next = next
  }

  /// Whether it applies.
  public func applies(level: Level, intent: Intent, followers: Int?) -> Bool {
    (levels?.contains(level) ?? true) && (intents.isEmpty || intents.contains(intent))
      && (leastFollowers <= 0 || (followers ?? 0) >= leastFollowers)
  }
}

/// What an author card shows beside the counts of ``AuthorCard``: evidence first, then what people made of it.
public struct AuthorProfile: Hashable, Sendable {
  /// How contacts with them ended so far.
  public struct Contacts: Hashable, Codable, Sendable {
    /// How many of their mentions are in each state; states without any are left out.
    public var counts: [MentionState: Int]
    /// When their first mention was seen; nil when there is none.
    public var first: Timestamp?
    /// When their last one was seen.
    public var last: Timestamp?

    /// Makes contacts; counts of nothing are left out.
    public init(
      counts: [MentionState: Int] = [:], first: Timestamp? = nil, last: Timestamp? = nil
    ) {
      self.counts = counts.filter { $0.value > 0 }
      self.first = first
      self.last = last
    }

    /// All mentions, whatever became of them; those of a troll as well.
    public var total: Int { counts.values.reduce(0, +) }
    /// Those that still wait for an answer.
    public var unanswered: Int {
      counts.filter { $0.key.isUnanswered }.values.reduce(0, +)
    }
  }

  /// What the platform says of them; all claims.
  public let author: Author
  /// How long the account has existed; nil when unknown, and never negative.
  public let accountAge: Span?
  /// Past contacts.
  public let contacts: Contacts
  /// Other names that wrote nearly the same, without their own, each once, in order.
  public let otherNames: [String]
  /// Signs of a program.
  public let hints: [AutomationHint]
  /// What people judged, the newest first.
  public let verdicts: [AuthorVerdict]

  /// Puts a profile together.
  ///
  /// - Parameters:
  ///   - clusterNames: the handles in the same cluster, their own among them or not.
  ///   - now: the instant the profile is true for.
  public init(
    author: Author, contacts: Contacts = Contacts(), clusterNames: [String] = [],
    habits: AuthorHabits = AuthorHabits(), verdicts: [AuthorVerdict] = [], at now: Timestamp
  ) {
    self.author = author
    accountAge = author.accountCreatedAt.map { max(.seconds(0), now.since($0)) }
    self.contacts = contacts
    otherNames = Set(clusterNames).subtracting([author.handle]).sorted()
    hints = habits.hints(for: author, otherNames: otherNames.count, at: now)
    // Two verdicts of one instant: the one given later in the list is the newer.
    self.verdicts = verdicts.enumerated()
      .sorted { ($0.element.at, $0.offset) > ($1.element.at, $1.offset) }.map(\.element)
  }

  /// The verdict that counts; nil when nobody has judged.
  public var verdict: AuthorVerdict? { verdicts.first }

  /// What the verdict does to the clock of their conversations: a troll's ends at the verdict, and
  /// every other verdict leaves it running.
  public var clockEvent: ServiceEvent? {
    guard let verdict, verdict.kind.stopsClock else { return nil }
    return .ended(at: verdict.at, reason: .troll)
  }
}

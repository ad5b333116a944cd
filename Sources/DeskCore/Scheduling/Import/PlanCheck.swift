/// Looks at the lines of a file one after the other, as the desk would if they were scheduled.
public struct PlanCheck: Sendable {
  /// How a check goes about what is not plainly wrong.
  public struct Manner: Hashable, Sendable {
    /// Whether nearly the same text may be scheduled again.
    public var allowsDuplicates = false
    /// Whether a post that is too near to another of its account is moved to the next free time.
    public var shifts = false

    /// Makes a manner: duplicates are refused, what is too near is only told of.
    public init(allowsDuplicates: Bool = false, shifts: Bool = false) {
      self.allowsDuplicates = allowsDuplicates
      self.shifts = shifts
    }
  }

  /// What became of a line.
  public struct Outcome: Hashable, Sendable {
    /// The line it begins on, from 1 up.
    public let line: Int
    /// The post as it would be scheduled; nil when it would not be.
    public let post: PlannedPost?
    /// Why it would not be; nil when it would.
    public let problem: PlanProblem?
    /// How the clocks of its zone show its time.
    public let fit: ZoneClock.Placed.Fit
    /// When it was wanted, where it was moved; nil where it was not.
    public let movedFrom: Timestamp?
    /// What a person should know of it.
    public let warnings: [PostNeighbour.Warning]
  }

  private var neighbours: [PostNeighbour]
  private let spacing: [AccountID: Span]
  private let manner: Manner
  private let now: Timestamp
  private let refusal: @Sendable (PlannedPost) -> Refusal?

  /// Makes a check.
  /// - Parameters:
  ///   - stored: the posts of the desk around the times of the file.
  ///   - spacing: how far apart the posts of an account are to be.
  ///   - refusal: why the desk would refuse a post whatever else is scheduled.
  public init(
    stored: [OutgoingItem], spacing: [AccountID: Span], manner: Manner, now: Timestamp,
    refusal: @escaping @Sendable (PlannedPost) -> Refusal?
  ) {
    neighbours = stored.neighbours
    self.spacing = spacing
    self.manner = manner
    self.now = now
    self.refusal = refusal
  }

  /// Looks at a line; what it takes counts for the lines after it.
  public mutating func judge(_ line: PlanLine) -> Outcome {
    do {
      return try judge(line, try line.result.get())
    } catch {
      return Outcome(
        line: line.line, post: nil, problem: error, fit: line.fit, movedFrom: nil, warnings: [])
    }
  }

  private mutating func judge(
    _ line: PlanLine, _ wanted: PlannedPost
  ) throws(PlanProblem) -> Outcome {
    if let refusal = refusal(wanted) { throw .refused(refusal) }
    guard wanted.dueAt > now else { throw .refused(.timePassed(wanted.dueAt)) }
    var post = wanted
    var me = neighbour(post, line.line)
    let span = spacing[post.account]
    for case .like(let name, let dueAt) in me.warnings(among: neighbours, spacing: nil)
    where !manner.allowsDuplicates {
      throw .duplicate(name, dueAt: dueAt)
    }
    // The first of a series stays where its rule has it.
    if manner.shifts, post.repeats == nil, let span {
      post.dueAt = me.room(among: neighbours, spacing: span)
      me = neighbour(post, line.line)
    }
    let warnings = me.warnings(among: neighbours, spacing: span)
    neighbours.append(me)
    return Outcome(
      line: line.line, post: post, problem: nil, fit: line.fit,
      movedFrom: post.dueAt == wanted.dueAt ? nil : wanted.dueAt, warnings: warnings)
  }

  private func neighbour(_ post: PlannedPost, _ line: Int) -> PostNeighbour {
    PostNeighbour(.line(line), account: post.account, text: post.text, dueAt: post.dueAt)
  }
}

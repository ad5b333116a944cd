/// How many other people must say yes before something leaves; pure, and asked when it is decided.
public protocol ApprovalPolicy: Sendable {
  /// How many seats other than the author's must approve `content` at `level`, from 0.
  func needed(for content: Outgoing, level: Level) -> Int
  /// The same for an author of a role; without rules by role every role is alike.
  func needed(for content: Outgoing, level: Level, role: Role) -> Int
  /// How long a yes may take before an answer no longer leaves by itself.
  func patience(for content: Outgoing, level: Level) -> Span
}

extension ApprovalPolicy {
  /// An hour, after which the person who was answered may have gone on.
  public func patience(for content: Outgoing, level: Level) -> Span { .hours(1) }

  /// What the level asks for, whoever wrote it.
  public func needed(for content: Outgoing, level: Level, role: Role) -> Int {
    needed(for: content, level: level)
  }

  /// What `content` needs at every level, as it is stored with the decision.
  public func need(for content: Outgoing) -> ApprovalNeed {
    ApprovalNeed(Level.allCases.map { max(0, needed(for: content, level: $0)) })
  }

  /// What `content` by an author of a role needs at every level.
  public func need(for content: Outgoing, by role: Role) -> ApprovalNeed {
    ApprovalNeed(Level.allCases.map { max(0, needed(for: content, level: $0, role: role)) })
  }
}

/// Nobody is asked, at any level: a desk without rules of its own.
public struct NoApprovals: ApprovalPolicy {
  /// Makes the policy.
  public init() {}
  /// None.
  public func needed(for content: Outgoing, level: Level) -> Int { 0 }
}

/// So many by level: what answers need, and what posts need. Deletions and notifications need none.
public struct ApprovalsByLevel: ApprovalPolicy {
  private let answers: ApprovalNeed
  private let posts: ApprovalNeed

  /// Makes a policy.
  public init(answers: ApprovalNeed = .none, posts: ApprovalNeed = .none) {
    self.answers = answers
    self.posts = posts
  }

  /// The count for the kind at the level.
  public func needed(for content: Outgoing, level: Level) -> Int {
    switch content.kind {
    case .reply, .directReply: answers[level]
    case .post: posts[level]
    case .deletion, .notification: 0
    }
  }
}

/// How many approvals something needs, by level.
public struct ApprovalNeed: Hashable, Sendable {
  private var counts: [Int]

  /// None at any level.
  public static let none = ApprovalNeed([])

  /// The counts from calm up; the last one given holds for the levels above it.
  public init(_ counts: [Int]) {
    self.counts = Level.allCases.indices.map { index in
      index < counts.count ? max(0, counts[index]) : max(0, counts.last ?? 0)
    }
  }

  /// Reads what `text` gives; nil when it is not four counts.
  public init?(text: String) {
    let counts = text.split(separator: ",").compactMap { Int($0) }
    guard counts.count == Level.allCases.count, counts.allSatisfy({ $0 >= 0 }) else { return nil }
    self.counts = counts
  }

  /// The count at one level.
  public subscript(level: Level) -> Int { counts[level.rawValue] }

  /// The same need with at least so many at every level.
  public func raised(to least: Int) -> ApprovalNeed { ApprovalNeed(counts.map { max($0, least) }) }

  /// Whether some level asks for one.
  public var isAny: Bool { counts.contains { $0 > 0 } }

  /// The counts as they are stored: `0,0,1,2`.
  public var text: String { counts.map(String.init).joined(separator: ",") }
}

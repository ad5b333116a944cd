/// A post as its neighbours on the schedule see it.
public struct PostNeighbour: Hashable, Sendable {
  /// What a neighbour is called.
  public enum Name: Hashable, Sendable {
    /// A stored post.
    case item(OutgoingID)
    /// A line of the file that is being read.
    case line(Int)
  }

  /// What makes a person look twice at a post.
  public enum Warning: Hashable, Sendable {
    /// Nearly the same text on the same account, less than `PostNeighbour.memory` away.
    case like(Name, dueAt: Timestamp)
    /// Another post of the account is nearer than its spacing.
    case near(Name, dueAt: Timestamp)
  }

  /// How far back and ahead nearly the same text is looked for, 30 days.
  public static let memory = Span.days(30)

  let name: Name
  let account: AccountID
  let dueAt: Timestamp
  private let keys: Set<UInt64>
  private let text: String

  /// Makes a neighbour.
  public init(_ name: Name, account: AccountID, text: String, dueAt: Timestamp) {
    self.name = name
    self.account = account
    self.text = text
    self.dueAt = dueAt
    keys = Set(TextFingerprint(text).keys)
  }

  /// Makes a neighbour of a stored post; nil for what is no post or never left.
  public init?(_ item: OutgoingItem) {
    guard item.content.kind == .post, item.state != .dropped, item.state != .refused else {
      return nil
    }
    self.init(
      .item(item.id), account: item.content.account, text: item.content.text, dueAt: item.dueAt)
  }

  /// Whether the texts are nearly the same: half of the keys are shared, and all of a short text.
  func isLike(_ other: PostNeighbour) -> Bool {
    text == other.text
      || keys.intersection(other.keys).count >= min(2, keys.count, other.keys.count)
  }

  /// What a person should know of this post among `others`; `spacing` nil asks nothing of that.
  public func warnings(among others: some Sequence<PostNeighbour>, spacing: Span?) -> [Warning] {
    var found: [Warning] = []
    for other in others where other.account == account && other.name != name {
      let apart = Span(milliseconds: abs(other.dueAt.since(dueAt).milliseconds))
      if apart <= Self.memory, isLike(other) { found.append(.like(other.name, dueAt: other.dueAt)) }
      if let spacing, apart < spacing { found.append(.near(other.name, dueAt: other.dueAt)) }
    }
    return found
  }

  /// The first instant from this post's time on that is as far as `spacing` from every other post
  /// of its account, itself left out.
  public func room(among others: some Sequence<PostNeighbour>, spacing: Span) -> Timestamp {
    let taken = others.filter { $0.account == account && $0.name != name }.map(\.dueAt).sorted()
    var at = dueAt
    for other in taken where abs(other.since(at).milliseconds) < spacing.milliseconds {
      at = other.adding(spacing)
    }
    return at
  }
}

extension Sequence<OutgoingItem> {
  /// The posts among them as neighbours.
  public var neighbours: [PostNeighbour] { compactMap { PostNeighbour($0) } }
}

import DeskCore

/// One row of the posts pane: a post that waits in the desk, or on a platform's own scheduler.
enum PostRow: Hashable, Sendable, Identifiable {
  /// A post that leaves through the desk's gate.
  case own(OutgoingItem)
  /// A post on a platform's own scheduler.
  case native(NativePost)

  /// What a row is known by, whatever its state.
  enum ID: Hashable, Sendable {
    case own(OutgoingID)
    case native(AccountID, String)
  }

  /// What the row is known by.
  var id: ID {
    switch self {
    case .own(let item): .own(item.id)
    case .native(let post): .native(post.account, post.native)
    }
  }

  /// When it is due.
  var dueAt: Timestamp {
    switch self {
    case .own(let item): item.dueAt
    case .native(let post): post.dueAt
    }
  }

  /// The account it leaves by.
  var account: AccountID {
    switch self {
    case .own(let item): item.content.account
    case .native(let post): post.account
    }
  }

  /// The text.
  var text: String {
    switch self {
    case .own(let item): item.content.text
    case .native(let post): post.text
    }
  }

  /// The number within its kind, to break ties in the order.
  fileprivate var tie: (Int64, String) {
    switch self {
    case .own(let item): (item.id.rawValue, "")
    case .native(let post): (.max, post.native)
    }
  }

  /// The rows in order of time; what has left comes last.
  static func rows(items: [OutgoingItem], native: [NativePost]) -> [PostRow] {
    let all = items.map(PostRow.own) + native.map(PostRow.native)
    return all.sorted {
      if $0.isFinal != $1.isFinal { return !$0.isFinal }
      if $0.dueAt != $1.dueAt { return $0.dueAt < $1.dueAt }
      return $0.tie < $1.tie
    }
  }

  private var isFinal: Bool {
    if case .own(let item) = self { return item.state.isFinal }
    return false
  }
}

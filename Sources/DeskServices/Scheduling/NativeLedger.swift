import DeskCore

/// What is known of one account's native posts once the platform has listed them anew.
///
/// The platform's list says where a post stands, the desk's own notes say what it was meant to be:
/// a post the desk has moved keeps its first time, and one that vanished while the desk was holding
/// it was most likely deleted by the desk.
struct NativeLedger: Sendable {
  /// The posts, by their first times.
  private(set) var posts: [NativePost] = []
  /// Posts that vanished while the desk was holding them: it must take them over.
  private(set) var vanished: [NativePost] = []
  /// Where the posts stand on the platform, by native id.
  private(set) var standing: [String: Timestamp] = [:]

  /// A post that stands this much later than its first time was moved by the desk.
  private static let far = Span.days(1)

  init(listed: [NativePost], known: [NativePost], isPaused: Bool) {
    let before = Dictionary(known.map { ($0.native, $0) }) { $1 }
    standing = Dictionary(listed.map { ($0.native, $0.dueAt) }) { $1 }
    for post in listed {
      posts.append(Self.merged(post, before[post.native], isPaused: isPaused))
    }
    for post in known where standing[post.native] == nil { absent(post, isPaused: isPaused) }
    posts.sort { ($0.dueAt, $0.native) < ($1.dueAt, $1.native) }
  }

  private static func merged(
    _ listed: NativePost, _ known: NativePost?, isPaused: Bool
  ) -> NativePost {
    guard let known else { return listed }
    let isFar = listed.dueAt.since(known.dueAt) >= far
    switch known.hold {
    case .moved where isFar: return known
    case .holding where isFar: return known.becoming(.moved, "its time was moved on the platform")
    case .failed where isPaused && !isFar: return listed.becoming(.failed, known.detail)
    default: return listed
    }
  }

  private mutating func absent(_ post: NativePost, isPaused: Bool) {
    switch post.hold {
    case .holding: vanished.append(post)
    case .kept, .failed: if isPaused { posts.append(post) }
    case .none, .moved:
      let why = "it is no longer on the platform's scheduler: published or deleted there"
      if isPaused { posts.append(post.becoming(.failed, why)) }
    }
  }
}

extension NativePost {
  func becoming(_ hold: Hold, _ detail: String) -> NativePost {
    var post = self
    post.hold = hold
    post.detail = detail
    return post
  }
}

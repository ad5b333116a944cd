import DeskCore

/// Everything the scripted server knows; a value behind its lock.
struct ServerState: Sendable {
  struct Post: Sendable {
    let id: String
    let author: String
    var text: String
    let createdAt: Timestamp
    var editedAt: Timestamp?
    let visibility: String
    let language: String?
    let inReplyTo: String?
    var isDeleted = false
  }
  struct Notice: Sendable {
    let id: String
    let type: String
    let post: String
    let createdAt: Timestamp
  }
  struct Planned: Sendable {
    let id: String
    let text: String
    var dueAt: Timestamp
  }

  var faults = ServerFaults()
  var log = ServerLog()
  /// Posts and notices in the order of their ids.
  var posts: [Post] = []
  var notices: [Notice] = []
  var planned: [Planned] = []
  /// What each idempotency key wrote.
  var keys: [String: String] = [:]
  var people: [String] = [ScriptedMastodon.brand]
  var root = ""
  /// How many requests to publish are being worked on.
  var underway = 0
  private var counter: UInt64 = 0
  private let clock: @Sendable () -> Timestamp

  init(clock: @escaping @Sendable () -> Timestamp) { self.clock = clock }

  mutating func nextID() -> String {
    counter += 1
    guard faults.hasOpaqueIDs else { return String(110_000_000_000_000_000 + counter) }
    let digits = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
    var (text, rest) = ("", counter)
    for _ in 0..<16 {
      text = String(digits[Int(rest % 32)]) + text
      rest /= 32
    }
    return "01KRISEN00" + text
  }

  mutating func personID(_ name: String) -> String {
    if let index = people.firstIndex(of: name) { return String(index + 1) }
    people.append(name)
    return String(people.count)
  }

  /// The time by the server's own clock.
  var now: Timestamp { clock().adding(faults.clockSkew) }

  func post(_ id: String) -> Post? { posts.first { $0.id == id && !$0.isDeleted } }

  mutating func change(_ id: String, _ body: (inout Post) -> Void) {
    if let index = posts.firstIndex(where: { $0.id == id }) { body(&posts[index]) }
  }

  // MARK: On the wire

  mutating func wire(account name: String) -> ServerWire.Account {
    ServerWire.Account(
      id: personID(name), username: String(name.prefix { $0 != "@" }), acct: name,
      displayName: name.prefix(1).uppercased() + name.dropFirst(),
      followersCount: 100 + name.utf8.count,
      url: "\(root)/@\(name)")
  }

  mutating func wire(_ post: Post) -> ServerWire.Status {
    let names = Self.words(post.text, after: "@")
    let mentions = names.map { name in
      ServerWire.Mention(
        id: personID(name), acct: name, username: String(name.prefix { $0 != "@" }),
        url: "\(root)/@\(name)")
    }
    let tags = Self.words(post.text, after: "#").map {
      ServerWire.Tag(name: $0.lowercased(), url: "\(root)/tags/\($0)")
    }
    return ServerWire.Status(
      id: post.id, createdAt: post.createdAt.rfc3339, editedAt: post.editedAt?.rfc3339,
      inReplyToId: post.inReplyTo, visibility: post.visibility, language: post.language,
      uri: "\(root)/statuses/\(post.id)", url: "\(root)/@\(post.author)/\(post.id)",
      content: Self.html(post.text, root: root), account: wire(account: post.author),
      mentions: mentions, tags: tags)
  }

  mutating func wire(_ notice: Notice) -> ServerWire.Notification? {
    guard let post = post(notice.post) else { return nil }
    return ServerWire.Notification(
      id: notice.id, type: notice.type, createdAt: notice.createdAt.rfc3339,
      account: wire(account: post.author), status: wire(post))
  }

  static func words(_ text: String, after mark: Character) -> [String] {
    let words: [Substring] = text.split { $0.isWhitespace }
    return words.filter { $0.first == mark && $0.count > 1 }.map { word in
      String(word.dropFirst().prefix { $0.isLetter || $0.isNumber || "@._-".contains($0) })
    }
  }

  // Links are shortened for the eye as Mastodon does it.
  private static func html(_ text: String, root: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.split(separator: " ", omittingEmptySubsequences: false).map { word in
        markup(String(word), root: root)
      }.joined(separator: " ")
    }
    return "<p>\(lines.joined(separator: "<br>"))</p>"
  }

  private static func markup(_ word: String, root: String) -> String {
    let safe = word.map { character in
      switch character {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "\"": "&quot;"
      default: String(character)
      }
    }.joined()
    if word.hasPrefix("https://"), word.count > 8 {
      let rest = safe.dropFirst(8)
      return "<a href=\"\(safe)\" rel=\"nofollow\"><span class=\"invisible\">https://</span>"
        + "<span class=\"ellipsis\">\(rest.prefix(30))</span>"
        + "<span class=\"invisible\">\(rest.dropFirst(30))</span></a>"
    }
    if word.hasPrefix("@"), word.count > 1 {
      let short = safe.dropFirst().prefix { $0 != "@" }
      return "<span class=\"h-card\"><a href=\"\(root)/\(safe)\" class=\"u-url mention\">@"
        + "<span>\(short)</span></a></span>"
    }
    return safe
  }
}

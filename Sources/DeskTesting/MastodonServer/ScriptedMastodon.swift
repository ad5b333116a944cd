public import DeskCore
import FoundationEssentials
import NIOCore
import Synchronization

/// A small Mastodon server on the loopback interface that misbehaves when told to.
///
/// The brand is `brand`, the only token ``token``. What a test calls here happens on the server:
/// it is stored, and sent to whoever listens.
public final class ScriptedMastodon: Sendable {
  /// How the server sends live.
  public enum Live: Sendable {
    /// As server-sent events.
    case events
    /// Over a WebSocket only.
    case socketOnly
    /// Not at all.
    case none
  }
  struct Event: Sendable {
    let streams: [[String]]
    let name: String
    let payload: String
  }
  struct Listener: Sendable {
    let wants: @Sendable ([String]) -> Bool
    let continuation: AsyncStream<Event>.Continuation
  }

  /// The brand's handle on the server.
  public static let brand = "brand"
  /// The token that the server takes; every other is refused with 401.
  public static let token = "scripted-token-0123456789"

  /// How it sends live.
  public let live: Live
  /// What it proves its name with; nil for a server without encryption.
  let certificate: ServerCertificate?
  let state: Mutex<ServerState>
  let listeners = Mutex<[Int: Listener]>([:])
  let heldBack = Mutex<Event?>(nil)
  let running = Mutex<Task<Void, Never>?>(nil)
  let channels = Mutex<[ObjectIdentifier: any Channel]>([:])

  init(
    live: Live, faults: ServerFaults, certificate: ServerCertificate?,
    clock: @escaping @Sendable () -> Timestamp
  ) {
    self.live = live
    self.certificate = certificate
    var first = ServerState(clock: clock)
    first.faults = faults
    state = Mutex(first)
  }

  /// Starts a server on a free port; with a certificate it speaks TLS, and `clock` is its time.
  public static func start(
    live: Live = .events, faults: ServerFaults = ServerFaults(),
    certificate: ServerCertificate? = nil, clock: (@Sendable () -> Timestamp)? = nil
  ) async throws -> ScriptedMastodon {
    let server = ScriptedMastodon(
      live: live, faults: faults, certificate: certificate, clock: clock ?? { Self.now })
    try await server.open(port: 0)
    return server
  }

  /// Its address, for example `http://127.0.0.1:40123`.
  public var url: String { state.withLock { $0.root } }
  /// What it was asked to do.
  public var log: ServerLog { state.withLock { $0.log } }
  /// How it misbehaves from now on.
  public var faults: ServerFaults {
    get { state.withLock { $0.faults } }
    set { state.withLock { $0.faults = newValue } }
  }
  /// How many live connections it holds.
  public var listenerCount: Int { listeners.withLock { $0.count } }
  /// The texts of the brand's own posts that are still there, oldest first.
  public var brandTexts: [String] {
    state.withLock { state in
      state.posts.filter { $0.author == Self.brand && !$0.isDeleted }.map { $0.text }
    }
  }
  /// How many requests to publish it is still working on.
  public var publishing: Int { state.withLock { $0.underway } }
  /// The id of the newest post whose text contains `text`; nil when there is none.
  public func native(of text: String) -> String? {
    state.withLock { $0.posts.last { $0.text.contains(text) }?.id }
  }
  /// When each post on the scheduler is due, by id.
  public var scheduled: [String: Timestamp] {
    state.withLock { state in
      state.planned.reduce(into: [:]) { $0[$1.id] = $1.dueAt }
    }
  }

  // MARK: What happens on the server

  /// Somebody writes to the brand; the text gets the brand's handle in front when it lacks it.
  /// - Returns: the id of the post.
  @discardableResult
  public func mention(
    from author: String, text: String, visibility: String = "public", inReplyTo: String? = nil
  ) -> String {
    let full = text.contains("@\(Self.brand)") ? text : "@\(Self.brand) \(text)"
    let (post, events) = state.withLock { state in
      let post = state.add(full, by: author, visibility: visibility, inReplyTo: inReplyTo)
      let notice = ServerState.Notice(
        id: state.nextID(), type: "mention", post: post.id, createdAt: post.createdAt)
      state.notices.append(notice)
      let wire = state.wire(notice).map { ServerWire.json($0) } ?? ""
      return (post, [Event(streams: [["user"]], name: "notification", payload: wire)])
    }
    for event in events { send(event) }
    return post.id
  }

  /// Somebody writes in public without addressing the brand.
  /// - Returns: the id of the post.
  @discardableResult
  public func post(from author: String, text: String) -> String {
    let (post, event) = state.withLock { state in
      let post = state.add(text, by: author, visibility: "public", inReplyTo: nil)
      return (post, state.update(post, name: "update"))
    }
    send(event)
    return post.id
  }

  /// The author changes a post.
  public func edit(_ id: String, text: String) {
    let event = state.withLock { state -> Event? in
      let now = state.now
      state.change(id) { post in
        post.text = text
        post.editedAt = max(now, (post.editedAt ?? post.createdAt).adding(.seconds(1)))
      }
      return state.post(id).map { state.update($0, name: "status.update") }
    }
    if let event { send(event) }
  }

  /// The author deletes a post.
  public func delete(_ id: String) {
    state.withLock { $0.change(id) { $0.isDeleted = true } }
    send(Event(streams: [["user"], ["public"]], name: "delete", payload: id))
  }

  /// Puts a post of the brand's on the scheduler.
  /// - Returns: its id there.
  @discardableResult
  public func schedule(_ text: String, at due: Timestamp) -> String {
    state.withLock { state in
      let id = state.nextID()
      state.planned.append(ServerState.Planned(id: id, text: text, dueAt: due))
      return id
    }
  }

  /// Sends a sign of life to every live connection.
  public func heartbeat() { send(Event(streams: [], name: "", payload: "")) }

  /// Cuts every live connection.
  public func cutStreams() {
    let all = listeners.withLock { listeners in
      defer { listeners.removeAll() }
      return Array(listeners.values)
    }
    for listener in all { listener.continuation.finish() }
  }

  static var now: Timestamp {
    Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
  }

  // MARK: Sending

  func send(_ event: Event) {
    let (faults, isBeat) = (faults, event.name.isEmpty)
    if faults.losesEvents && !isBeat { return }
    var events = [event]
    if faults.reorders, !isBeat {
      // The first of a pair waits for the second and follows it.
      let earlier = heldBack.withLock { held -> Event? in
        defer { held = held == nil ? event : nil }
        return held
      }
      guard let earlier else { return }
      events = [event, earlier]
    }
    let all = listeners.withLock { Array($0.values) }
    for event in events {
      for listener in all
      where event.streams.isEmpty || event.streams.contains(where: listener.wants) {
        for _ in 0..<max(1, faults.copies) { listener.continuation.yield(event) }
      }
    }
  }
}

extension ServerState {
  mutating func add(
    _ text: String, by author: String, visibility: String, inReplyTo: String?,
    language: String? = "en"
  ) -> Post {
    let post = Post(
      id: nextID(), author: author, text: text, createdAt: now,
      visibility: visibility, language: language, inReplyTo: inReplyTo)
    _ = personID(author)
    posts.append(post)
    return post
  }

  mutating func update(_ post: Post, name: String) -> ScriptedMastodon.Event {
    let tags = Self.words(post.text, after: "#").map { ["hashtag", $0.lowercased()] }
    let isPublic = post.visibility == "public"
    return ScriptedMastodon.Event(
      streams: [["user"]] + (isPublic ? [["public"]] + tags : []), name: name,
      payload: ServerWire.json(wire(post)))
  }
}

public import DeskCore
import Synchronization

/// The scheduler of the fake platform: it holds, publishes and forgets as a real one does.
extension FakeConnector {
  /// Scripts the posts on the platform's scheduler.
  public func schedule(_ posts: [NativePost]) { state.withLock { $0.native = posts } }
  /// Scripts a failure to hold, move or delete one of them, until it is scripted away by nil.
  public func hold(_ native: String, fails error: ConnectorError?) {
    state.withLock { $0.holdFailures[native] = error }
  }
  /// Scripts that the answers to the next changes of its scheduler are lost after they were made.
  public func losesScheduleAnswers(_ count: Int) { state.withLock { $0.lostAnswers = count } }
  /// Scripts what of a post on its scheduler only the platform can send.
  public func native(_ native: String, alsoHas words: String) {
    state.withLock { $0.missing[native] = words }
  }

  /// The posts it held, in order.
  public var held: [String] { state.withLock { $0.held } }
  /// The posts it put back, in order.
  public var restored: [String] { state.withLock { $0.restored } }
  /// When each post on its scheduler is due there now.
  public var standing: [String: Timestamp] {
    state.withLock { $0.native.reduce(into: [:]) { $0[$1.native] = $1.dueAt } }
  }
  /// The texts it published by itself, in order.
  public var published: [String] { state.withLock { $0.published } }

  /// The texts on its scheduler.
  public var standingTexts: [String] { state.withLock { $0.native.map(\.text) } }

  /// Publishes what is due, as the platform does whatever the desk thinks.
  public func publishDue(at now: Timestamp) {
    state.withLock { state in
      let due = state.native.filter { $0.dueAt <= now }
      state.published += due.map(\.text)
      state.native.removeAll { $0.dueAt <= now }
    }
  }

  /// Lists the scripted posts.
  public func nativePosts() async throws(ConnectorError) -> [NativePost] {
    state.withLock { $0.native.sorted { ($0.dueAt, $0.native) < ($1.dueAt, $1.native) } }
  }

  /// Holds a post, or fails as scripted: moves it 30 days, or deletes what is due too soon.
  public func hold(
    _ admitted: AdmittedHold, now: Timestamp
  ) async throws(ConnectorError) -> NativePost {
    let post = admitted.post
    var held = post
    held.hold = post.dueAt.since(now) < NativePost.leastNotice ? .kept : .moved
    if held.hold == .kept {
      try change(post.native, to: nil)
    } else {
      try change(post.native, to: max(now, post.dueAt).adding(.days(30)))
    }
    state.withLock { $0.held.append(post.native) }
    return held
  }

  /// Puts a post back.
  public func restore(
    _ admitted: AdmittedHold, at time: Timestamp, now: Timestamp
  ) async throws(ConnectorError) {
    let post = admitted.post
    guard time.since(now) >= NativePost.leastNotice else {
      throw .rejected(code: 0, detail: "too near")
    }
    try change(post.native, to: time)
    state.withLock { $0.restored.append(post.native) }
  }

  /// Deletes a post from the scheduler.
  public func takeOff(_ admitted: AdmittedHold) async throws(ConnectorError) {
    try change(admitted.post.native, to: nil)
  }

  /// The text, and what was scripted as missing.
  public func adoption(of post: NativePost) -> Adoption {
    Adoption(
      content: Outgoing(kind: .post, account: account.id, text: post.text),
      missing: state.withLock { $0.missing[post.native] ?? "" })
  }

  private func change(_ native: String, to time: Timestamp?) throws(ConnectorError) {
    let error: ConnectorError? = state.withLock { state in
      if let error = state.holdFailures[native] { return error }
      guard let index = state.native.firstIndex(where: { $0.native == native }) else {
        return .missing("no such post")
      }
      let old = state.native.remove(at: index)
      if let time {
        state.native.append(
          NativePost(
            account: old.account, native: native, text: old.text, dueAt: time,
            snapshot: old.snapshot))
      }
      guard state.lostAnswers > 0 else { return nil }
      state.lostAnswers -= 1
      return .unavailable("the answer was lost")
    }
    if let error { throw error }
  }
}

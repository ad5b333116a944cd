/// What the desk may ask of a platform's own scheduler.
public enum NativeAct: String, Hashable, Sendable, CaseIterable {
  /// Keep a post from being published.
  case hold
  /// Give a post that was moved its time back.
  case restore
  /// Delete a post there, so that the desk can send it instead.
  case takeOff = "take-off"
}

/// Proof that the gate allowed one act on one post of a platform's own scheduler; nothing but the
/// gate can make one, and a connector writes to a scheduler with nothing else.
public struct AdmittedHold: Sendable {
  /// What is allowed.
  public let act: NativeAct
  /// The post, at the time at which it stands on the platform.
  public let post: NativePost
  init(act: NativeAct, post: NativePost) {
    self.act = act
    self.post = post
  }
}

extension Gate {
  /// Decides about an act on a platform's own scheduler: a post is held only while a pause stands
  /// that stops it, and put back only while none does; nil when it is not allowed.
  public static func decide(
    _ act: NativeAct, on post: NativePost, pause: Pause?
  ) -> AdmittedHold? {
    let content = Outgoing(kind: .post, account: post.account, text: post.text)
    let isStopped = pause?.stops(content) ?? false
    let isAllowed =
      switch act {
      case .hold: isStopped && post.hold != .holding && post.hold != .kept
      case .restore: !isStopped && post.hold == .moved
      case .takeOff: post.hold == .moved
      }
    return isAllowed ? AdmittedHold(act: act, post: post) : nil
  }
}

extension DeskTransaction {
  /// Asks the gate about an act on a native post and stores that it is under way; nil when it is
  /// not allowed or the post is no longer as `post` says.
  ///
  /// A hold and a deletion are stored as `holding` before the platform is asked, so that a process
  /// that dies in between leaves a trace. A restore changes nothing until the platform has done it.
  /// - Parameter standing: when the platform would publish it now; nil for the stored time.
  public func passGate(
    _ act: NativeAct, _ post: NativePost, standing: Timestamp? = nil
  ) throws -> AdmittedHold? {
    var posts = try nativePosts(of: post.account)
    guard
      let index = posts.firstIndex(where: { $0.native == post.native && $0.hold == post.hold }),
      let proof = Gate.decide(act, on: posts[index].due(at: standing), pause: try pause())
    else { return nil }
    if act != .restore {
      posts[index].hold = .holding
      posts[index].detail = ""
      try setNativePosts(posts, account: post.account)
    }
    return proof
  }
}

extension NativePost {
  fileprivate func due(at time: Timestamp?) -> NativePost {
    NativePost(
      account: account, native: native, text: text, dueAt: time ?? dueAt, snapshot: snapshot,
      hold: hold, detail: detail)
  }
}

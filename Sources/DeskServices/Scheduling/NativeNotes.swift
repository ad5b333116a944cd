import DeskCore

/// Writes what became of native posts, inside a transaction.
struct NativeNotes {
  let tx: any DeskTransaction
  let connector: any Connector
  let now: Timestamp
  let randomBytes: @Sendable () -> [UInt8]

  private var account: AccountID { connector.account.id }

  /// Takes in what the platform lists; returns where each post stands there.
  func reconcile(_ listed: [NativePost]) throws -> NativeLedger {
    let known = try tx.nativePosts(of: account)
    let ledger = NativeLedger(
      listed: listed, known: known, isPaused: try tx.pause() != nil)
    var posts = ledger.posts
    for post in ledger.vanished {
      let why = "it is gone from the platform's scheduler"
      if let kept = try takeOver(post, why: why, isCertain: post.dueAt > now) { posts.append(kept) }
    }
    posts.sort { ($0.dueAt, $0.native) < ($1.dueAt, $1.native) }
    if posts != known { try tx.setNativePosts(posts, account: account) }
    return ledger
  }

  /// Moves a post from one hold to another unless it has been moved since; false when it has.
  @discardableResult
  func change(
    _ native: String, from hold: NativePost.Hold, action: String,
    _ body: (NativePost) throws -> NativePost?
  ) throws -> Bool {
    var posts = try tx.nativePosts(of: account)
    guard let index = posts.firstIndex(where: { $0.native == native && $0.hold == hold }) else {
      return false
    }
    let old = posts[index]
    let new = try body(old)
    guard new != old else { return true }
    if let new { posts[index] = new } else { posts.remove(at: index) }
    try tx.setNativePosts(posts, account: account)
    if let new, new.hold != .holding, new.hold != .kept { try note(action, new) }
    return true
  }

  /// Makes a post of the platform's one of the desk's own: held while a pause stands, in its place
  /// in the schedule when its time is yet to come, before a person otherwise.
  ///
  /// The desk's own item carries on from here; what the platform's row becomes is returned, nil
  /// when there is nothing more to say of it.
  func takeOver(_ post: NativePost, why: String, isCertain: Bool = true) throws -> NativePost? {
    let adoption = connector.adoption(of: post)
    let item = try tx.enqueue(
      adoption.content, state: isCertain ? .queued : .unknown, dueAt: post.dueAt,
      key: IdempotencyKey(of: randomBytes()), author: .desk,
      decided: Decided(freezing: adoption.content), at: min(now, post.dueAt))
    try place(item, adoption, isCertain: isCertain)
    let kept = post.becoming(.kept, "\(why); it is item \(item.id) of the desk now")
    try note("native-kept", kept)
    return try tx.pause() == nil ? nil : kept
  }

  private func place(_ item: OutgoingItem, _ adoption: Adoption, isCertain: Bool) throws {
    if !isCertain {
      // It may have been published first: it is looked for before anything else is done.
      var waiting = item
      waiting.detail = "it was on the platform's scheduler and may have been published"
      try tx.update(waiting)
    } else if !adoption.missing.isEmpty {
      try miss(item, "only the platform could send all of it; missing: \(adoption.missing)")
    } else if try tx.pause() != nil {
      try tx.passGate(item.id, now: now)
    } else if item.dueAt <= now {
      try miss(item, "its time passed while it was held")
    }
  }

  private func miss(_ item: OutgoingItem, _ why: String) throws {
    try tx.move(item, to: .missed, "miss", why: why, seat: .desk, at: now)
  }

  private func note(_ action: String, _ post: NativePost) throws {
    let words = [post.hold == .none ? "" : post.hold.rawValue, post.detail]
    let detail = words.filter { !$0.isEmpty }.joined(separator: ": ")
    try tx.audit(
      AuditNote(action: action, subject: "\(post.account) \(post.native)", detail: detail),
      seat: .desk, at: now)
  }
}

import DeskCore

extension Words {
  /// What the pause did to the posts of the pane: `7 held, 2 missed, 1 elsewhere`.
  static func pauseEffect(_ model: PostsModel) -> String {
    var counts: [String: Int] = [:]
    for row in model.rows { counts[PostsView.stateWord(row).text, default: 0] += 1 }
    let order = [
      outgoingState(.held), outgoingState(.missed), outgoingState(.unknown),
      outgoingState(.refused), nativeHold(.none), nativeHold(.failed), nativeHold(.moved),
      nativeHold(.kept),
    ]
    return order.compactMap { word in counts[word].map { "\($0) \(word)" } }.joined(separator: ", ")
  }

  /// When and by whom the gate was closed.
  static func receiptClosed(_ model: PauseReceiptModel) -> String {
    let pause = model.receipt.pause
    let time = ClockText.precise(pause.at, zone: model.zone)
    let already = model.receipt.isNew ? "" : " (it was closed already; this changed nothing)"
    let place = pause.target == .desk ? "" : " over \(pause.target)"
    return "closed at \(time) by \(pause.seat)\(place): \(pauseScope(pause.scope))\(already)"
  }

  /// Why.
  static func receiptReason(_ pause: Pause) -> String {
    pause.reason.isEmpty ? "reason: \(noReason)" : "reason: \(pause.reason)"
  }

  /// What left after the gate was closed.
  static func receiptSince(_ ids: [OutgoingID]) -> String {
    ids.isEmpty
      ? "0 sent since"
      : "\(ids.count) SENT SINCE: \(ids.map { "#\($0)" }.joined(separator: " "))"
  }

  /// The headings of the receipt.
  static func receiptInFlight(_ count: Int) -> String {
    count == 0 ? "in flight: none" : "in flight when it closed: \(count)"
  }
  /// The heading above what is held.
  static func receiptHeld(_ count: Int) -> String {
    count == 0 ? "held: none" : "held: \(count)"
  }
  /// What the desk cannot reach.
  static func receiptOutOfReach(_ account: AccountID) -> String {
    "\(account): posts scheduled in the platform's own apps cannot be reached from here"
  }
  /// Another pause that stands.
  static func receiptOther(_ pause: Pause) -> String {
    "also paused: \(pause.target), since \(pause.at.rfc3339) by \(pause.seat)"
  }
  /// The heading above what waits on the platforms.
  static func receiptNative(_ count: Int) -> String {
    count == 0 ? "scheduled on a platform: none known" : "scheduled on a platform: \(count)"
  }

  /// One item with where it stands now.
  static func receiptItem(_ id: OutgoingID, _ model: PauseReceiptModel) -> String {
    guard let item = model.item(id) else { return "#\(id)" }
    let due = ClockText.moment(item.dueAt, now: model.now, zone: model.zone)
    let why = item.detail.isEmpty ? "" : " (\(item.detail))"
    return "#\(id) \(outgoingState(item.state))\(why), due \(due), \(item.content.account): "
      + brief(item.content.text)
  }

  /// One post on a platform's own scheduler.
  static func receiptNativePost(_ post: NativePost, _ model: PauseReceiptModel) -> String {
    let due = ClockText.moment(post.dueAt, now: model.now, zone: model.zone)
    return "\(nativeExplanation(post)), due \(due), \(post.account): \(brief(post.text))"
  }

  private static func brief(_ text: String) -> String {
    let line = text.prefix(60)
    return line.count < text.count ? "\(line)…" : String(line)
  }

  /// The first line of the review.
  static func resumeTitle(_ review: ResumeReview, now: Timestamp) -> String {
    let open = review.undecided(now: now).count
    let posts = review.items.count == 1 ? "1 post" : "\(review.items.count) posts"
    return "RESUME: \(posts), \(open) to decide. The desk is still paused."
  }

  /// The keys of the review.
  static let resumeKeys =
    "p as planned  d drop  t another time  s send now   Tab next part   Esc stay paused"
  /// No post waits for a verdict.
  static let resumeNothing = "No post is held or missed."
  /// The names of the fields.
  static let resumeReason = "why the desk resumes"
  static let resumeWord = "type resume"
  static let resumeTime = "new time (\(timeForms))"
  static let resumeReady = "Enter in the last field resumes."

  /// The name of the time field of a post.
  static let postTime = "when"
  /// The name of the campaign field of a post.
  static let postTag = "tag"
  /// What a person should know of a post that is being written.
  static func postWarning(
    _ warning: PostNeighbour.Warning, now: Timestamp, zone: DeskZone
  ) -> String {
    switch warning {
    case .like(let name, let dueAt):
      "nearly the same as \(neighbour(name)), \(ClockText.moment(dueAt, now: now, zone: zone))"
    case .near(let name, let dueAt):
      "too near to \(neighbour(name)), \(ClockText.moment(dueAt, now: now, zone: zone))"
    }
  }
  private static func neighbour(_ name: PostNeighbour.Name) -> String {
    switch name {
    case .item(let id): "#\(id)"
    case .line(let line): "line \(line)"
    }
  }

  /// The account a post leaves by.
  static func postAccount(_ editor: PostEditor) -> String {
    guard let account = editor.choice?.account else { return "account: none can post" }
    let handle = account.handle.isEmpty ? "" : " @\(account.handle)"
    let place = editor.choices.count > 1 ? " (\(editor.chosen + 1) of \(editor.choices.count))" : ""
    return "account: \(account.id)\(handle) on \(account.platform)\(place)"
  }

  /// When a post leaves.
  static func postDue(_ due: Timestamp, now: Timestamp, zone: DeskZone) -> String {
    "leaves \(ClockText.full(due, zone: zone)), in \(ClockText.length(due.since(now)))"
  }

  /// What a pause means for a new post.
  static func postWillBeHeld(_ pause: Pause) -> String {
    "paused by \(pause.seat): this post will be held"
  }
}

import DeskCore

extension Words {
  /// Where an outgoing item stands, exactly.
  static func outgoingState(_ state: OutgoingState) -> String {
    switch state {
    case .draft: "sent back"
    case .awaitingApproval: "to approve"
    case .approved: "approved"
    case .queued: "queued"
    case .sending: "in flight"
    case .sent: "sent"
    case .refused: "refused"
    case .unknown: "unknown"
    case .held: "held"
    case .missed: "missed"
    case .dropped: "dropped"
    }
  }

  /// Where a post on a platform's own scheduler stands.
  static func nativeHold(_ hold: NativePost.Hold) -> String {
    switch hold {
    case .none: "elsewhere"
    case .holding: "being held"
    case .moved: "held there"
    case .kept: "held here"
    case .failed: "not held"
    }
  }

  /// What that means, for the receipt and for the line below the selected row.
  static func nativeExplanation(_ post: NativePost) -> String {
    let what =
      switch post.hold {
      case .none: "not under our control: the platform will publish it"
      case .holding: "the platform was asked to hold it; its answer is not known yet"
      case .moved: "held: its time was moved far ahead on the platform"
      case .kept: "held: taken off the platform, kept here"
      case .failed: "not under our control: it could not be held"
      }
    return post.detail.isEmpty ? what : "\(what): \(post.detail)"
  }

  /// What the state of a row means, for the line below the list.
  static func postExplanation(_ row: PostRow) -> String {
    switch row {
    case .native(let post): nativeExplanation(post)
    case .own(let item): "#\(item.id) \(meaning(of: item))" + because(item.detail)
    }
  }

  private static func because(_ detail: String) -> String { detail.isEmpty ? "" : ": \(detail)" }

  /// What its state means, with the count of approvals where some are needed.
  static func meaning(of item: OutgoingItem) -> String {
    guard item.state == .awaitingApproval else { return stateMeaning(item.state) }
    return "\(stateMeaning(item.state)): \(item.approvers.count) said yes"
  }

  private static func stateMeaning(_ state: OutgoingState) -> String {
    switch state {
    case .draft: "sent back: u takes it into the composer, D drops it"
    case .awaitingApproval: "waits for another person's yes: K approves, E edits, W sends back"
    case .approved: "approved too late to leave by itself: :retry sends it, D drops it"
    case .queued: "queued: leaves at its time"
    case .sending: "in flight: admitted, the platform has not answered yet"
    case .sent: "sent: the platform has it"
    case .refused: "refused: the platform said no"
    case .unknown: "unknown: it may or may not have arrived; Enter says what to do"
    case .held: "held: it leaves when somebody sends it or the pause ends"
    case .missed: "missed: its time passed; decide about it"
    case .dropped: "dropped: it never leaves"
    }
  }

  /// The pause switch in words.
  static func publishing(pause: Pause?, now: Timestamp, zone: DeskZone) -> String {
    guard let pause else { return "PUBLISHING: ON" }
    let since = ClockText.moment(pause.at, now: now, zone: zone)
    let scope = pause.scope == .everything ? "EVERYTHING PAUSED" : "POSTS PAUSED"
    return "\(scope) since \(since) by \(pause.seat)"
  }

  /// What the pause leaves running.
  static func pauseScope(_ scope: Pause.Scope) -> String {
    switch scope {
    case .posts: "posts are held, answers to people still leave"
    case .everything: "nothing leaves, answers to people included"
    }
  }

  /// Where a reason is missing.
  static let noReason = "no reason yet"
  /// The empty posts pane.
  static let noPosts = "No posts are scheduled."

  /// What is wrong with a time.
  static func timeProblem(_ problem: TimeEntry.Problem, zone: DeskZone) -> String {
    switch problem {
    case .empty: "when? \(timeForms)"
    case .unreadable(let position): "column \(position + 1) is not part of a time; \(timeForms)"
    case .impossible: "there is no such day or hour"
    case .skipped: "clocks skip that hour"
    case .past(let at): "\(ClockText.full(at, zone: zone)) has passed"
    case .tooFar: "more than a year ahead"
    }
  }

  /// The forms a time can have.
  static let timeForms = "+30m, 14:30 or 2026-12-01 09:00"

  /// Why a post cannot be scheduled.
  static func postRefusal(_ refusal: PostEditor.Refusal, zone: DeskZone) -> String {
    switch refusal {
    case .empty: "not scheduled: there is no text yet"
    case .tooLong(let count, let limit):
      "not scheduled: \(count - limit) too long (\(count) of at most \(limit))"
    case .noAccount: "not scheduled: no account of this desk can post"
    case .time(let problem): "not scheduled: " + timeProblem(problem, zone: zone)
    }
  }

  /// What was decided about a post.
  static func resumeChoice(_ choice: ResumeReview.Choice?, now: Timestamp, zone: DeskZone)
    -> String
  {
    switch choice {
    case nil: "?? decide"
    case .keep: "as planned"
    case .verdict(.drop): "drop"
    case .verdict(.send): "send now"
    case .verdict(.reschedule(let at)): "at " + ClockText.moment(at, now: now, zone: zone)
    }
  }

  /// Why the review does not resume.
  static func resumeRefusal(_ refusal: ResumeReview.Refusal, zone: DeskZone) -> String {
    switch refusal {
    case .verdictsNeeded(let ids):
      "still paused: decide about " + ids.map { "#\($0)" }.joined(separator: " ")
    case .reasonNeeded: "still paused: say why the desk resumes"
    case .wordNeeded: "still paused: type the word \(ResumeReview.word)"
    case .timePassed(let id): "#\(id) cannot keep its time: it has passed"
    case .time(let problem): timeProblem(problem, zone: zone)
    }
  }
}

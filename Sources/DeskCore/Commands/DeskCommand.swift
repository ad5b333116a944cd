/// Everything a person or a script may ask of the desk; a key, a verb and a script ask the same way.
public enum DeskCommand: Hashable, Sendable {
  /// Takes the conversation of a mention, so that nobody else answers it.
  case claim(MentionID)
  /// Takes it from whoever has it.
  case steal(MentionID)
  /// Keeps one's claim for another lease.
  case renew(MentionID)
  /// Gives one's claim back.
  case release(MentionID)
  /// Says which mention this seat reads now; nil when none.
  case look(MentionID?)
  /// Writes something about a conversation for colleagues; it never leaves the desk.
  case note(MentionID, text: String)
  /// Takes mentions out of the queue; `seenVersion` refuses what changed since the person looked.
  case judge([MentionID], Verdict, note: String)
  /// Puts mentions back into the queue.
  case reopen([MentionID])
  /// Takes a mention out of the queue until an instant.
  case snooze([MentionID], until: Timestamp)
  /// Does the same to several mentions and to what waits of several clusters, in one step; who is
  /// being answered by somebody else is left out of a cluster.
  case triage(MentionGroup, GroupAct)
  /// Takes a mention out of its cluster for good.
  case split(MentionID)
  /// Puts a mention back into the cluster it was taken out of.
  case unsplit(MentionID, into: ClusterID)
  /// Says that we wait for the authors of mentions, so that their clocks stand until they write.
  case wait([MentionID], HoldReason)
  /// Lets the clocks of mentions go on.
  case goOn([MentionID])
  /// Says what the mood of mentions is; what it leaves open stays as it was.
  case correct([MentionID], MoodCorrection)
  /// Puts the correction of a mention back to an earlier one; nil lets the model's reading stand.
  case uncorrect(MentionID, to: MoodCorrection?)
  /// Keeps what is being written; an empty text forgets it.
  case saveDraft(Draft)
  /// Decides to answer: freezes account, recipient and text and starts the countdown.
  case reply(
    MentionID, text: String, isDirect: Bool, seenVersion: Int, despite: [LintReason] = [])
  /// Goes on in private: writes a private message and, once it has gone, says so in public; both
  /// are frozen, and taken back, together.
  case movePrivate(
    MentionID, notice: String, text: String, seenVersion: Int, despite: [LintReason] = [])
  /// Takes an item back before it has left.
  case recall(OutgoingID)
  /// Sends, having looked, what is refused, held, missed, or approved too late to leave by itself.
  case retry(OutgoingID)
  /// Lets what waits out its countdown leave at once.
  case hurry(OutgoingID)
  /// Stops what has not left until somebody sends it.
  case holdBack(OutgoingID)
  /// Hands a text that came back, changed or not, in for approval again.
  case submit(OutgoingID, text: String)
  /// Says yes to an item as `digest` names it, or, with a text, to that text in its place.
  case approve(OutgoingID, digest: String, text: String?)
  /// Lets an item leave without the approvals it lacks, as `digest` names it: at level crisis only,
  /// with a reason that everybody reads.
  case override(OutgoingID, digest: String, reason: String)
  /// Gives an item back to its writer with a note.
  case sendBack(OutgoingID, note: String)
  /// Says what became of an item of which the platform could not tell.
  case settle(OutgoingID, wasSent: Bool)
  /// Deletes something that the brand itself sent.
  case deleteSent(OutgoingID)
  /// Schedules a post.
  case schedulePost(account: AccountID, text: String, dueAt: Timestamp, tag: String? = nil)
  /// Schedules several posts at once, repeats included: either all of them or none.
  case schedulePosts([PlannedPost])
  /// Makes no more occurrences of a series, and drops the one that waits.
  case endSeries(SeriesID)
  /// Moves a post that has not left.
  case reschedule(OutgoingID, dueAt: Timestamp)
  /// Drops a post that has not left.
  case dropPost(OutgoingID)
  /// Stops what leaves, and reminds of it every so often; never undone by asking again.
  case pause(
    Pause.Scope, over: PauseTarget = .desk, remindEvery: Span? = nil, reason: String)
  /// Says why a pause stands.
  case explainPause(reason: String)
  /// Ends the pause over a target, or with nil every pause; every post that is free then and whose
  /// time has passed needs a verdict.
  case resume(PauseTarget? = nil, reason: String, verdicts: [OutgoingID: ResumeVerdict])
  /// Moves the level.
  case setLevel(Level, reason: String)
  /// Says that an alert was seen.
  case acknowledge(AlertID)
  /// Holds back what is no more serious than an alert until an instant.
  case snoozeAlert(AlertID, until: Timestamp, reason: String)

  /// The name under which keys, the command line, scripts and the audit know it.
  public var name: String {
    switch self {
    case .claim: "claim"
    case .steal: "steal"
    case .renew: "renew"
    case .release: "release"
    case .look: "look"
    case .note: "note"
    case .judge: "judge"
    case .reopen: "reopen"
    case .snooze: "snooze"
    case .triage(_, let act): act.name
    case .split: "split"
    case .unsplit: "unsplit"
    case .wait: "wait"
    case .goOn: "go-on"
    case .correct: "correct"
    case .uncorrect: "uncorrect"
    case .saveDraft: "draft"
    case .reply: "reply"
    case .movePrivate: "move-private"
    case .recall: "recall"
    case .retry: "retry"
    case .hurry: "send-now"
    case .holdBack: "hold"
    case .submit: "submit"
    case .approve: "approve"
    case .override: "override"
    case .sendBack: "send-back"
    case .settle: "settle"
    case .deleteSent: "delete"
    case .schedulePost: "post"
    case .schedulePosts: "posts"
    case .endSeries: "end-series"
    case .reschedule: "reschedule"
    case .dropPost: "drop"
    case .pause: "pause"
    case .explainPause: "pause-reason"
    case .resume: "resume"
    case .setLevel: "level"
    case .acknowledge: "acknowledge"
    case .snoozeAlert: "snooze-alert"
    }
  }

  /// The least role that may ask for it; pausing is open to everybody with a seat.
  public var role: Role {
    switch self {
    case .pause, .explainPause, .look: .observer
    case .claim, .note, .renew, .release, .judge, .reopen, .snooze, .triage, .split, .unsplit,
      .wait, .goOn, .correct, .uncorrect, .saveDraft, .acknowledge, .snoozeAlert:
      .triage
    case .reply, .movePrivate, .recall, .retry, .hurry, .holdBack, .submit, .settle, .deleteSent,
      .schedulePost,
      .schedulePosts, .endSeries, .reschedule, .dropPost:
      .responder
    case .resume, .setLevel, .steal, .approve, .override, .sendBack: .lead
    }
  }
}

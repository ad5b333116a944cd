/// What a command did.
public enum CommandOutcome: Hashable, Sendable {
  /// It was done; `undo` is the command that takes it back, where one exists.
  case done(undo: [DeskCommand])
  /// A claim was taken or renewed.
  case claimed(Claim)
  /// Something was decided to be sent, or scheduled.
  case queued(OutgoingItem)
  /// Several posts were scheduled, in the order asked for; or the two parts of an answer that goes
  /// on in private, the private one first.
  case scheduled([OutgoingItem])
  /// The pause that stands.
  case paused(PauseReceipt)
}

/// Why a command was not done; a fact, worded elsewhere.
public enum Refusal: Error, Hashable, Sendable {
  /// The seat's role is too low.
  case role(needed: Role, has: Role)
  /// There is no such mention.
  case noMention(MentionID)
  /// There is no such outgoing item.
  case noItem(OutgoingID)
  /// There is no such series, or it has ended.
  case noSeries(SeriesID)
  /// This desk does not know the time zone.
  case noZone(String)
  /// There is no such alert.
  case noAlert(AlertID)
  /// The mention is in no cluster.
  case noCluster(MentionID)
  /// Nothing of the cluster waits any more, or others answer all of it.
  case nothingWaits(ClusterID)
  /// Somebody else has the conversation.
  case claimed(Claim)
  /// The mention is in a state from which this cannot be done.
  case state(MentionID, MentionState)
  /// The item is in a state from which this cannot be done.
  case itemState(OutgoingID, OutgoingState)
  /// The mention or its conversation changed since the person looked.
  case changed(MentionID)
  /// The same mention has already been answered or an answer is on its way.
  case alreadyAnswered(MentionID, OutgoingID)
  /// The item is not the one that was looked at: its text was changed since.
  case itemChanged(OutgoingID)
  /// Nobody approves what they wrote.
  case ownWords(OutgoingID)
  /// It needs so many approvals at this level and has so many.
  case approvalsNeeded(OutgoingID, needed: Int, given: Int)
  /// It is only done from this level on.
  case level(needed: Level, is: Level)
  /// A reason is required.
  case reasonNeeded
  /// Nothing is paused.
  case notPaused
  /// These posts have passed their time and need a verdict first.
  case verdictsNeeded([OutgoingID])
  /// The text is empty.
  case emptyText
  /// The text is longer than the platform takes.
  case tooLong(count: Int, limit: Int)
  /// The account cannot do this; the words say why.
  case unable(AccountID, why: String)
  /// The lint has something to say that nobody has decided to send despite; when it `stops`, nobody
  /// can.
  case lint([LintRemark], stops: Bool)
  /// So many other people have had these public words, and the desk allows so many without a second
  /// person, whom it does not have.
  case repeated(others: Int, limit: Int)
  /// The time is not in the future.
  case timePassed(Timestamp)
}

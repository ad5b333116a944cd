import DeskCore

/// What a key or the passing of time in the composer asks the desk to do.
enum ComposerOutcome: Hashable, Sendable {
  /// The text or its visibility changed.
  case changed
  /// Take the conversation: comes once, at the third typed character or the first paste.
  case claim
  /// Keep the claim for another lease: comes at most every 30 seconds of typing.
  case renew
  /// Look for a saved reply.
  case pick
  /// Keep this draft.
  case save(Draft)
  /// Send exactly this.
  case send(DeskCommand)
  /// Sending was asked for and is not possible.
  case refused(ComposerRefusal)
  /// Close the composer; the draft was kept by a `save` before it.
  case leave
}

/// Why an answer cannot be sent as it stands; worded in `Words`.
enum ComposerRefusal: Hashable, Sendable {
  /// There is nothing to send.
  case empty
  /// The platform takes at most `limit`.
  case tooLong(count: Int, limit: Int)
  /// A colleague has answered.
  case answered(OutgoingItem)
  /// Somebody else answers this person.
  case claimed(Claim)
  /// The mention changed while the answer was written; asking again sends it.
  case changed
  /// The mention can no longer be answered.
  case state(MentionState)
  /// The account cannot do this; the words say why.
  case unable(String)
  /// The lint has something to say; unless it stops the answer, asking again sends it.
  case lint([LintRemark], stops: Bool)
  /// The words are those of an answer to somebody else; asking again sends them.
  case carried
  /// The same answer was asked for and is on its way.
  case alreadyAsked
}

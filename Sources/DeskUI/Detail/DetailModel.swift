import DeskCore

/// Everything the detail view shows of one mention.
struct DetailModel: Hashable, Sendable {
  /// The mention.
  var mention: Mention
  /// Its conversation, oldest first, the mention itself included.
  var entries: [ConversationEntry]
  /// What is known of the author; nil while that is read.
  var card: AuthorCard?
  /// The words that moved the sentiment, strongest first.
  var reasons: [MoodReason]
  /// What this seat is writing; nil when nothing.
  var draft: Draft?
  /// What a person said of its mood; nil when nobody did.
  var correction: CorrectionRecord?
  /// Others that wait and say nearly the same, as many as were read.
  var members: [Mention] = []
  /// What the clock of its author shows; nil while that is read, and when nobody waits.
  var reading: ServiceReading?
  /// The rule by which they wait; nil while that is read.
  var rule: ServiceRule?
  /// The level that holds.
  var level = Level.calm
  /// Who else reads its conversation now.
  var readers: [Seat] = []
  /// Whose screen it is.
  var seat: Seat
  /// The time now.
  var now: Timestamp
  /// The desk's zone.
  var zone: DeskZone

  /// The lines of the urgency, waiting included, that add up to its total.
  var urgency: [Urgency.Part] {
    mention.urgency.explained(seenAt: mention.seenAt, now: now)
  }

  /// Makes a model.
  init(
    mention: Mention, entries: [ConversationEntry] = [], card: AuthorCard? = nil,
    reasons: [MoodReason] = [], draft: Draft? = nil,
    correction: CorrectionRecord? = nil, seat: Seat, now: Timestamp, zone: DeskZone
  ) {
    self.mention = mention
    self.entries = entries
    self.card = card
    self.reasons = reasons
    self.draft = draft
    self.correction = correction
    self.seat = seat
    self.now = now
    self.zone = zone
  }
}

/// What somebody who writes to the brand is, as a person judged it.
public enum AuthorKind: String, Codable, Sendable, CaseIterable {
  /// Buys, or has bought.
  case customer
  /// Many listen to them.
  case influencer
  /// Writes for a newspaper, a station or a site.
  case press
  /// Speaks for a competitor.
  case competitor
  /// Wants a quarrel, not an answer.
  case troll
  /// A program.
  case bot
  /// Works for the brand.
  case staff

  /// Whether nobody need answer: the clock stops. What they write stays in every count and in sight.
  public var stopsClock: Bool { self == .troll }
}

/// One dated judgement of an author; the newest counts, and none is ever overwritten.
public struct AuthorVerdict: Hashable, Codable, Sendable {
  /// What they are.
  public let kind: AuthorKind
  /// Who judged.
  public let seat: Seat
  /// When.
  public let at: Timestamp
  /// Why, in the person's words; may be empty.
  public let note: String

  /// Makes a verdict.
  public init(kind: AuthorKind, seat: Seat, at: Timestamp, note: String = "") {
    self.kind = kind
    self.seat = seat
    self.at = at
    self.note = note
  }
}

/// How soon a mention needs an answer, counted in waiting time.
///
/// A mention is given a head start: it stands in the queue as if it had waited that much longer.
/// Urgency at an instant is head start plus time waited. Because waiting adds the same to all,
/// the order of two mentions never changes while both wait, and a person can check it by adding.
///
/// | part | head start |
/// |---|---|
/// | sentiment | up to 4 h: 4 h × probability that it is negative |
/// | intent | complaint 2 h, question 1 h, other 0, praise −1 h |
/// | reach | 30 min for each doubling of the followers above 500, at most 6 h |
/// | direct message | 1 h: somebody is waiting for a private answer |
/// | abuse | down to −2 h: −2 h × probability of abuse; trolls are not fed first |
public struct Urgency: Hashable, Sendable {
  /// One line of the sum.
  public struct Part: Hashable, Sendable {
    /// What the line is about.
    public enum Kind: String, Sendable, CaseIterable {
      case sentiment, intent, reach, direct, abuse, waiting
    }
    /// What the line is about.
    public let kind: Kind
    /// What it adds; may be negative.
    public let span: Span
  }

  /// The lines of the sum, waiting excluded, in the order of the table; lines of zero are left out.
  public let parts: [Part]

  /// The sum of `parts`.
  public var headStart: Span { Span(milliseconds: parts.reduce(0) { $0 + $1.span.milliseconds }) }

  /// Computes the head start of a mention from what is known of it.
  public init(mood: MoodReading, followers: Int?, visibility: Visibility) {
    let all: [Part] = [
      Part(kind: .sentiment, span: Self.sentiment(mood)),
      Part(kind: .intent, span: Self.intent(mood.intent)),
      Part(kind: .reach, span: Self.reach(followers ?? 0)),
      Part(kind: .direct, span: visibility == .direct ? .hours(1) : .seconds(0)),
      Part(kind: .abuse, span: Self.minutes(-120 * mood.abuse)),
    ]
    parts = all.filter { $0.span.milliseconds != 0 }
  }

  /// The place in the queue: the smaller, the sooner. Milliseconds since the epoch.
  public func rank(seenAt: Timestamp) -> Int64 { seenAt.milliseconds - headStart.milliseconds }

  /// The whole sum at `now`, waiting included, so that the lines add up to the urgency shown.
  public func explained(seenAt: Timestamp, now: Timestamp) -> [Part] {
    parts + [Part(kind: .waiting, span: now.since(seenAt))]
  }

  private static func sentiment(_ mood: MoodReading) -> Span { minutes(240 * mood.negative) }

  private static func intent(_ intent: Intent) -> Span {
    switch intent {
    case .complaint: .hours(2)
    case .question: .hours(1)
    case .praise: .hours(-1)
    case .other: .seconds(0)
    }
  }

  private static func reach(_ followers: Int) -> Span {
    var doublings: Int64 = 0
    var level = 1000
    while followers >= level, doublings < 12 {
      doublings += 1
      level *= 2
    }
    return .minutes(30 * doublings)
  }

  /// Whole minutes, so that the lines a person adds up are the lines the desk adds up.
  private static func minutes(_ value: Double) -> Span { .minutes(Int64(value.rounded())) }
}

/// The number of a series of posts.
public struct SeriesID: RawRepresentable, Hashable, Comparable, Codable, Sendable,
  CustomStringConvertible
{
  /// The number, from 1 up.
  public let rawValue: Int64
  /// Makes an id.
  public init(rawValue: Int64) { self.rawValue = rawValue }
  /// The number as text.
  public var description: String { String(rawValue) }
  /// Orders by value.
  public static func < (a: SeriesID, b: SeriesID) -> Bool { a.rawValue < b.rawValue }
}

/// A post that comes again: a rule, of which one occurrence at a time is an item of the desk.
public struct PostSeries: Hashable, Sendable, Identifiable {
  /// Its number.
  public let id: SeriesID
  /// The account its posts leave by.
  public let account: AccountID
  /// Their text.
  public let text: String
  /// Their tag; nil for none.
  public let tag: String?
  /// When they come.
  public let rule: RepeatRule
  /// The zone by whose clocks they come, an IANA name.
  public let zone: String
  /// Who decided on it.
  public let author: Seat
  /// The day of its newest occurrence, by the clocks of the zone.
  public var last: CivilDay
  /// How many occurrences there have been, passed ones included.
  public var made: Int
  /// Whether there will be no more.
  public var isOver: Bool

  /// Makes a series.
  public init(
    id: SeriesID, account: AccountID, text: String, tag: String?, rule: RepeatRule, zone: String,
    author: Seat, last: CivilDay, made: Int = 1, isOver: Bool = false
  ) {
    self.id = id
    self.account = account
    self.text = text
    self.tag = tag
    self.rule = rule
    self.zone = zone
    self.author = author
    self.last = last
    self.made = made
    self.isOver = isOver
  }

  /// What comes after the newest occurrence.
  public struct Step: Hashable, Sendable {
    /// When the next one leaves; nil when there is none.
    public let dueAt: Timestamp?
    /// Occurrences whose time passed before anybody could make an item of them: they never leave.
    public let passed: Int
    /// The series after it.
    public let series: PostSeries
  }

  /// The next occurrence after `now`; the occurrences before it that were slept through are counted
  /// and left out, so that nothing overdue comes of them.
  public func next(after now: Timestamp, clock: ZoneClock) -> Step {
    var series = self
    var passed = 0
    while let day = rule.next(after: series.last, made: series.made) {
      series.last = day
      series.made += 1
      let at = clock.place(day, minute: rule.minute).at
      if at > now { return Step(dueAt: at, passed: passed, series: series) }
      passed += 1
    }
    series.isOver = true
    return Step(dueAt: nil, passed: passed, series: series)
  }

  /// What an occurrence of it sends.
  public var content: Outgoing {
    Outgoing(kind: .post, account: account, text: text, tag: tag, series: id)
  }
}

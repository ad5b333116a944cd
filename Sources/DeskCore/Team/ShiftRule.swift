/// When one person is on the desk, week by week or on named days.
public struct ShiftRule: Hashable, Sendable {
  /// A stretch of a day in minutes since its midnight; one that ends after midnight runs into the
  /// next day.
  public struct Block: Hashable, Sendable {
    /// The first minute, 0...1439.
    public let start: Int
    /// The minute after the last, `start + 1`...`start + 1440`.
    public let end: Int

    /// Reads `09:00-17:00`, and `22:00-06:00` for a night; nil for anything else.
    public init?(_ text: some StringProtocol) {
      let parts = text.split(separator: "-", omittingEmptySubsequences: false)
      guard parts.count == 2, let start = Self.minute(parts[0]), let end = Self.minute(parts[1]),
        start < 1440, start != end
      else { return nil }
      self.start = start
      self.end = end > start ? end : end + 1440
    }

    /// The block as it is read.
    public var text: String {
      [start, end <= 1440 ? end : end - 1440].map {
        "\(CivilTime.padded($0 / 60, 2)):\(CivilTime.padded($0 % 60, 2))"
      }.joined(separator: "-")
    }

    private static func minute(_ text: some StringProtocol) -> Int? {
      let parts = text.split(separator: ":", omittingEmptySubsequences: false)
      guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 }), let hour = Int(parts[0]),
        let minute = Int(parts[1]), (0...24).contains(hour), (0..<60).contains(minute),
        hour * 60 + minute <= 1440
      else { return nil }
      return hour * 60 + minute
    }
  }

  /// Who.
  public var seat: Seat
  /// On which weekdays.
  public var days: Set<Weekday>
  /// On which days besides.
  public var dates: Set<CivilDay>
  /// On which days not, whatever their weekday.
  public var off: Set<CivilDay>
  /// From when to when.
  public var blocks: [Block]
  /// In every how manieth week, from 1; weeks are counted from that of `from`.
  public var weeks: Int
  /// The first day; nil for always.
  public var from: CivilDay?
  /// The last day; nil for ever.
  public var until: CivilDay?

  /// Makes a rule.
  public init(
    seat: Seat, days: Set<Weekday> = [], dates: Set<CivilDay> = [], off: Set<CivilDay> = [],
    blocks: [Block], weeks: Int = 1, from: CivilDay? = nil, until: CivilDay? = nil
  ) {
    self.seat = seat
    self.days = days
    self.dates = dates
    self.off = off
    self.blocks = blocks
    self.weeks = max(1, weeks)
    self.from = from
    self.until = until
  }

  /// Whether a shift begins on a day.
  public func begins(on day: CivilDay) -> Bool {
    if off.contains(day) { return false }
    if dates.contains(day) { return true }
    guard days.contains(day.weekday), from.map({ day >= $0 }) ?? true,
      until.map({ day <= $0 }) ?? true
    else { return false }
    let first = (from ?? CivilDay(number: 4)).monday
    return (day.monday.number - first.number) / 7 % Int64(weeks) == 0
  }

  /// The shifts that begin on the days of a range, by a zone's clocks.
  public func shifts(_ days: ClosedRange<CivilDay>, in zone: ZoneClock) -> [Shift] {
    (days.lowerBound.number...days.upperBound.number).map(CivilDay.init(number:))
      .filter(begins(on:)).flatMap { day in
        blocks.compactMap { block in
          let end = day.adding(Int64(block.end / 1440))
          return Shift(
            seat: seat, from: zone.place(day, minute: block.start).at,
            to: zone.place(end, minute: block.end % 1440).at)
        }
      }
  }
}

/// Who is on the desk when, as the desk's configuration says it.
public struct Roster: Sendable {
  /// The rules.
  public let rules: [ShiftRule]
  /// The clocks by which shifts begin and end.
  public let zone: ZoneClock

  /// How long somebody whose shift is over keeps what they hold while they type, 5 minutes.
  public static let grace = Span.minutes(5)

  /// Makes a roster; without rules everybody counts as on the desk.
  public init(_ rules: [ShiftRule] = [], zone: ZoneClock = .utc) {
    self.rules = rules
    self.zone = zone
  }

  /// The shifts from two days before an instant to eight days after it.
  public func plan(around now: Timestamp) -> ShiftPlan {
    let today = zone.day(now)
    let days = today.adding(-2)...today.adding(8)
    return ShiftPlan(rules.flatMap { $0.shifts(days, in: zone) })
  }
}

/// The clocks of one time zone: which instant they mean by what they show.
///
/// Where clocks are moved forward, some times never come: they mean the first instant after the gap.
/// Where clocks are moved back, some times come twice: they mean the first of the two.
public struct ZoneClock: Sendable {
  /// An instant for what clocks show, and how plainly it was meant.
  public struct Placed: Hashable, Sendable {
    /// How the clocks show a time on a day.
    public enum Fit: Hashable, Sendable {
      /// Once, as on most days.
      case once
      /// Never: they jump over it.
      case skipped
      /// Twice: they are set back over it.
      case twice
    }
    /// The instant.
    public let at: Timestamp
    /// How the clocks show that time.
    public let fit: Fit
  }

  /// The zone's IANA name, for example `Europe/Berlin`.
  public let name: String
  private let offset: @Sendable (Timestamp) -> Int

  /// Makes clocks from seconds east of Greenwich at an instant, at most 18 hours either way.
  public init(name: String, offset: @escaping @Sendable (Timestamp) -> Int) {
    self.name = name
    self.offset = offset
  }

  /// Clocks in UTC.
  public static let utc = ZoneClock(name: "UTC") { _ in 0 }

  /// Seconds east of Greenwich at an instant.
  public func offsetSeconds(at instant: Timestamp) -> Int { offset(instant) }

  /// What the clocks show at an instant.
  public func civil(_ instant: Timestamp) -> CivilTime {
    CivilTime(instant, offsetSeconds: offset(instant))
  }

  /// The day it is at an instant.
  public func day(_ instant: Timestamp) -> CivilDay { CivilDay(civil(instant)) }

  /// The instant that the clocks mean by a minute of a day, 0..<1440.
  public func place(_ day: CivilDay, minute: Int) -> Placed {
    let local = day.number * 86_400 + Int64(minute) * 60
    // No zone is further than 18 hours from Greenwich, so that the instant lies between these.
    let (early, late) = (local - 86_400, local + 86_400)
    let (before, after) = (seconds(early), seconds(late))
    let meant = Set([before, after]).map { local - $0 }.filter { $0 + seconds($0) == local }
    guard let first = meant.min() else {
      return Placed(at: Timestamp(seconds: jump(early, late, from: before)), fit: .skipped)
    }
    return Placed(at: Timestamp(seconds: first), fit: meant.count > 1 ? .twice : .once)
  }

  private func seconds(_ instant: Int64) -> Int64 { Int64(offset(Timestamp(seconds: instant))) }

  /// The first second at which the offset is no longer what it was.
  private func jump(_ early: Int64, _ late: Int64, from old: Int64) -> Int64 {
    var (low, high) = (early, late)
    while high - low > 1 {
      let middle = (low + high) / 2
      if seconds(middle) == old { low = middle } else { high = middle }
    }
    return high
  }
}

/// The zones a machine knows, by their IANA names; nil for a name it does not know.
public typealias ZoneBook = @Sendable (String) -> ZoneClock?

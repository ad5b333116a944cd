/// The time for which one person is on the desk.
public struct Shift: Hashable, Codable, Sendable {
  /// Who.
  public let seat: Seat
  /// The first instant.
  public let from: Timestamp
  /// The instant after the last; later than `from`.
  public let to: Timestamp

  /// Makes a shift; nil when it ends before it begins.
  public init?(seat: Seat, from: Timestamp, to: Timestamp) {
    guard from < to else { return nil }
    self.seat = seat
    self.from = from
    self.to = to
  }

  /// Whether it covers an instant.
  public func covers(_ instant: Timestamp) -> Bool { from <= instant && instant < to }
}

/// Who is on the desk when.
public struct ShiftPlan: Hashable, Codable, Sendable {
  /// The shifts, by start.
  public let shifts: [Shift]

  /// Makes a plan; shifts may overlap.
  public init(_ shifts: [Shift] = []) {
    self.shifts = shifts.sorted {
      ($0.from, $0.to, $0.seat.rawValue) < ($1.from, $1.to, $1.seat.rawValue)
    }
  }

  /// Whether there are no shifts: then everybody counts as on the desk.
  public var isEmpty: Bool { shifts.isEmpty }

  /// Who is on, each once, by name.
  public func onDuty(at now: Timestamp) -> [Seat] {
    Set(shifts.filter { $0.covers(now) }.map(\.seat)).sorted { $0.rawValue < $1.rawValue }
  }

  /// Whether somebody is on; always true of a desk without shifts.
  public func isOn(_ seat: Seat, at now: Timestamp) -> Bool {
    isEmpty || shifts.contains { $0.seat == seat && $0.covers(now) }
  }

  /// When somebody's time ends, shifts without a break between them taken as one; nil when they are
  /// not on.
  public func end(of seat: Seat, at now: Timestamp) -> Timestamp? {
    var end: Timestamp?
    for shift in shifts where shift.seat == seat && shift.to > now {
      if shift.from <= end ?? now { end = max(end ?? shift.to, shift.to) }
    }
    return end
  }

  /// The next shift that begins after an instant; nil when none does.
  public func next(after now: Timestamp) -> Shift? { shifts.first { $0.from > now } }

  /// The stretches between two instants in which nobody is on; none for a desk without shifts.
  public func gaps(from start: Timestamp, to end: Timestamp) -> [Range<Timestamp>] {
    guard !isEmpty, start < end else { return [] }
    var gaps: [Range<Timestamp>] = []
    var covered = start
    for shift in shifts where shift.to > start && shift.from < end {
      if shift.from > covered { gaps.append(covered..<shift.from) }
      covered = max(covered, shift.to)
    }
    if covered < end { gaps.append(covered..<end) }
    return gaps
  }

  /// When the last shift of somebody ended who is not on; nil when they are, or when none did.
  public func left(_ seat: Seat, at now: Timestamp) -> Timestamp? {
    let ended = shifts.filter { $0.seat == seat && $0.to <= now }.map(\.to).max()
    return isOn(seat, at: now) ? nil : ended
  }

  /// When the shift that runs now began, the earliest where several do; nil when nobody is on.
  public func began(at now: Timestamp) -> Timestamp? {
    shifts.filter { $0.covers(now) }.map(\.from).min()
  }

  /// The claims that return by themselves: whoever holds them has left, and had taken them before.
  /// What somebody takes after their shift is theirs for a lease, as everybody's.
  public func returning(
    _ claims: [Claim], grace: Span = .seconds(0), at now: Timestamp
  ) -> [Claim] {
    claims.filter { claim in
      guard claim.holds(at: now), let left = left(claim.seat, at: now) else { return false }
      return now >= left.adding(grace) && claim.since < left
    }
  }
}

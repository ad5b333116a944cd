/// A set of keys that forgets the oldest, in constant memory.
///
/// Two tables of 32-bit tags; the young one becomes the old one at midnight and noon in UTC, and when
/// it is three quarters full. So what it knows depends on no more than the half-day before this one
/// and what came since. A key is taken for another once in some hundred million.
struct RecentKeys: Hashable, Sendable {
  private var young = [UInt32](repeating: 0, count: Self.capacity)
  private var old = [UInt32](repeating: 0, count: Self.capacity)
  private var count = 0
  private var since: Timestamp?

  static let capacity = 65_536
  /// What both tables take.
  static let bytes = 2 * 4 * capacity

  func contains(_ key: UInt64) -> Bool {
    Self.slot(of: key, in: young).isFound || Self.slot(of: key, in: old).isFound
  }

  /// Forgets what is older than a day; called before keys are looked up.
  mutating func age(to now: Timestamp) {
    guard let from = since else {
      since = now
      return
    }
    guard now > from.adding(.hours(12)) else { return }
    // After more than a day not even the young ones count.
    if now > from.adding(.hours(24)) { turn() }
    turn()
    since = now
  }

  mutating func insert(_ key: UInt64) {
    if count >= Self.capacity / 4 * 3 { turn() }
    let (slot, isFound) = Self.slot(of: key, in: young)
    guard !isFound else { return }
    young[slot] = Self.tag(of: key)
    count += 1
  }

  private mutating func turn() {
    old = young
    young = [UInt32](repeating: 0, count: Self.capacity)
    count = 0
  }

  private static func halfDay(of instant: Timestamp) -> Int64 {
    let seconds = instant.seconds
    return (seconds >= 0 ? seconds : seconds - 43_199) / 43_200
  }

  private static func tag(of key: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: key) | 1 }

  private static func slot(of key: UInt64, in table: [UInt32]) -> (slot: Int, isFound: Bool) {
    var slot = Int(key >> 48) & (capacity - 1)
    while table[slot] != 0 {
      if table[slot] == tag(of: key) { return (slot, true) }
      slot = (slot + 1) & (capacity - 1)
    }
    return (slot, false)
  }
}

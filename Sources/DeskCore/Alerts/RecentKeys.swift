/// A set of keys that forgets the oldest, in constant memory.
///
/// Two tables of 32-bit tags; when the young one is three quarters full or half a day old it
/// becomes the old one. A key is taken for another once in some hundred million.
struct RecentKeys: Hashable, Sendable {
  private var young = [UInt32](repeating: 0, count: Self.capacity)
  private var old = [UInt32](repeating: 0, count: Self.capacity)
  private var count = 0
  private var since = Timestamp(milliseconds: .min)

  static let capacity = 65_536
  /// What both tables take.
  static let bytes = 2 * 4 * capacity

  func contains(_ key: UInt64) -> Bool {
    Self.slot(of: key, in: young).isFound || Self.slot(of: key, in: old).isFound
  }

  mutating func insert(_ key: UInt64, at now: Timestamp) {
    if count >= Self.capacity / 4 * 3 || now > since.adding(.hours(12)) {
      old = young
      young = [UInt32](repeating: 0, count: Self.capacity)
      count = 0
      since = now
    }
    let (slot, isFound) = Self.slot(of: key, in: young)
    guard !isFound else { return }
    young[slot] = Self.tag(of: key)
    count += 1
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

/// The last twelve values with what was usual for each; an hour of five-minute values.
struct ValueWindow: Hashable, Sendable {
  private var values = [Slot](repeating: Slot(), count: Self.capacity)
  private var next: Int64 = 0
  private(set) var filled: Int64 = 0

  struct Slot: Hashable, Sendable {
    var count = 0.0
    var usual = 0.0
    var texts = 0.0
    var judged = 0.0
    var negative = 0.0
    /// How many values were summed.
    var values = 0.0

    /// The same sums above a floor of single values.
    func above(_ floor: Double) -> Slot {
      var rest = self
      rest.count = max(count - floor * values, 0)
      rest.usual = max(usual - floor * values, 0)
      rest.texts = min(texts, rest.count)
      return rest
    }
  }

  static let capacity = 12

  mutating func append(_ bucket: CountBucket, usual: Double) {
    values[Int(next)] = Slot(
      count: bucket.count, usual: usual, texts: bucket.texts, judged: bucket.judged,
      negative: bucket.negative)
    next = (next + 1) % Int64(Self.capacity)
    filled = min(filled + 1, Int64(Self.capacity))
  }

  /// The sums of the last `length` values, of fewer when there are fewer.
  func sums(_ length: Int) -> Slot {
    var sum = Slot()
    for back in 0..<min(length, Int(filled)) {
      let slot = values[(Int(next) - 1 - back + 2 * Self.capacity) % Self.capacity]
      sum.count += slot.count
      sum.usual += slot.usual
      sum.texts += slot.texts
      sum.judged += slot.judged
      sum.negative += slot.negative
      sum.values += 1
    }
    return sum
  }

  mutating func clear() { filled = 0 }

  mutating func pass(through snapshot: inout Snapshot) {
    for index in values.indices {
      snapshot.pass(&values[index].count)
      snapshot.pass(&values[index].usual)
      snapshot.pass(&values[index].texts)
      snapshot.pass(&values[index].judged)
      snapshot.pass(&values[index].negative)
    }
    snapshot.pass(&next)
    snapshot.pass(&filled)
    let capacity = Int64(Self.capacity)
    snapshot.refuse(unless: (0..<capacity).contains(next) && (0...capacity).contains(filled))
    if !snapshot.isSound { (next, filled) = (0, 0) }
  }
}

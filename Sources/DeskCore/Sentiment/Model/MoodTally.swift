/// What some of the features of a text add up to in the table of moods.
///
/// Six bytes of every row are added in two words of four lanes of sixteen bits each, and moved to
/// wider sums before a lane can overflow: 255 times 257 is all that sixteen bits hold.
struct MoodTally {
  private static let room = 255

  /// Abuse, question, negative; and complaint, praise, positive.
  private(set) var even = SIMD4<Int32>.zero
  private(set) var odd = SIMD4<Int32>.zero
  private(set) var count: Int

  /// Visits rows with nothing else to do, so that the processor waits for many of them at once;
  /// what it returns is above zero unless there are none, and has to be looked at by somebody.
  @inline(__always)
  static func touch(_ offsets: UnsafeBufferPointer<UInt64>, table: MoodTable) -> UInt16 {
    var touched: UInt16 = 0
    for offset in offsets { touched |= table.touch(offset) }
    return touched
  }

  /// Adds rows up.
  init(_ offsets: UnsafeBufferPointer<UInt64>, table: MoodTable) {
    count = offsets.count
    let mask: UInt64 = 0x00FF_00FF_00FF_00FF
    var start = 0
    while start < count {
      let end = min(count, start &+ Self.room)
      var evenLanes: UInt64 = 0
      var oddLanes: UInt64 = 0
      for index in start..<end {
        let row = table.row(at: offsets[index])
        evenLanes &+= row & mask
        oddLanes &+= (row &>> 8) & mask
      }
      move(evenLanes, oddLanes, rows: end &- start)
      start = end
    }
  }

  /// This and another together.
  func adding(_ other: MoodTally) -> MoodTally {
    var sum = self
    sum.even &+= other.even
    sum.odd &+= other.odd
    sum.count &+= other.count
    return sum
  }

  private mutating func move(_ evenLanes: UInt64, _ oddLanes: UInt64, rows: Int) {
    let zero = Int32(truncatingIfNeeded: 128 &* rows)
    for lane in 0..<3 {
      let shift = UInt64(lane * 16)
      even[lane] &+= Int32(truncatingIfNeeded: (evenLanes &>> shift) & 0xFFFF) &- zero
      odd[lane] &+= Int32(truncatingIfNeeded: (oddLanes &>> shift) & 0xFFFF) &- zero
    }
  }
}

/// What the runs of letters of a text say for every language.
///
/// A row is 32 unsigned bytes, 128 standing for nothing. Even and odd bytes are added in lanes of
/// sixteen bits, and moved to wider sums before a lane can overflow.
struct LanguageTally {
  private static let room = 255
  private typealias Lanes = SIMD8<UInt16>

  private(set) var sums = InlineArray<32, Int32>(repeating: 0)
  let count: Int

  /// Visits the rows one right after the other, so that the processor can wait for many at once.
  init(_ offsets: UnsafeBufferPointer<UInt64>, table: WeightTable) {
    count = offsets.count
    var start = 0
    while start < count {
      let end = min(count, start &+ Self.room)
      add(UnsafeBufferPointer(rebasing: offsets[start..<end]), table.start)
      start = end
    }
  }

  private mutating func add(_ offsets: UnsafeBufferPointer<UInt64>, _ table: UnsafeRawPointer) {
    let mask = Lanes(repeating: 0xFF)
    var firstEven = Lanes.zero
    var firstOdd = Lanes.zero
    var secondEven = Lanes.zero
    var secondOdd = Lanes.zero
    for offset in offsets {
      let row = table + Int(truncatingIfNeeded: offset)
      let first = row.loadUnaligned(as: Lanes.self)
      let second = row.loadUnaligned(fromByteOffset: 16, as: Lanes.self)
      firstEven &+= first & mask
      firstOdd &+= first &>> 8
      secondEven &+= second & mask
      secondOdd &+= second &>> 8
    }
    let zero = Int32(128 * offsets.count)
    for lane in 0..<8 {
      sums[lane * 2] += Int32(firstEven[lane]) - zero
      sums[lane * 2 + 1] += Int32(firstOdd[lane]) - zero
      sums[16 + lane * 2] += Int32(secondEven[lane]) - zero
      sums[16 + lane * 2 + 1] += Int32(secondOdd[lane]) - zero
    }
  }
}

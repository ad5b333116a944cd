/// How many mentions of each facet a stretch of 256 ids holds, as a few bytes.
///
/// A filter for something rare looks through these, a thousandth of the desk, and then reads only
/// the stretches that hold what it wants.
struct FacetCounts {
  /// How many low bits of an id tell the place within its block.
  static let shift: Int64 = 8
  /// How many ids a block has.
  static let width: Int64 = 1 << shift
  private static let stride = 10

  /// The counts, none of them zero.
  private(set) var counts: [Facet: Int] = [:]

  /// No counts.
  init() {}

  /// Reads what `bytes` wrote.
  init(_ bytes: UnsafeRawBufferPointer) {
    Self.each(bytes) { facet, count in
      counts[facet] = count
      return true
    }
  }

  /// Adds `difference` mentions of a facet.
  mutating func add(_ difference: Int, of facet: Facet) {
    let count = counts[facet, default: 0] + difference
    counts[facet] = count > 0 ? count : nil
  }

  /// The counts as bytes: facet in eight, count in two, lowest first.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(counts.count * Self.stride)
    for (facet, count) in counts {
      withUnsafeBytes(of: facet.rawValue.littleEndian) { bytes.append(contentsOf: $0) }
      withUnsafeBytes(of: UInt16(clamping: count).littleEndian) { bytes.append(contentsOf: $0) }
    }
    return bytes
  }

  /// Hands each facet and its count to `body` until it returns false.
  static func each(_ bytes: UnsafeRawBufferPointer, _ body: (Facet, Int) -> Bool) {
    var place = 0
    while place + stride <= bytes.count {
      let facet = Int64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: Int64.self))
      let count = UInt16(
        littleEndian: bytes.loadUnaligned(fromByteOffset: place + 8, as: UInt16.self))
      guard body(Facet(rawValue: facet), Int(count)) else { return }
      place += stride
    }
  }
}

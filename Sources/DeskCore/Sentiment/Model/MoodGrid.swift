/// How the weights of moods lie in memory: in lines of 64 bytes, which is what a processor fetches
/// at once.
///
/// A line holds 24 rows of two bytes, negative and positive against neutral, and then 4 rows of
/// four: abuse, and complaint, question and praise against other. A feature finds both of its rows
/// in one line, so that all answers cost one visit to memory.
package struct MoodGrid: Equatable, Sendable {
  package static let sentimentRows = 24
  package static let sideRows = 4
  package static let lineSize = 64
  /// Where the rows of four begin in a line.
  package static let sideStart = sentimentRows * 2
  /// More than any budget allows, and few enough that a place never overflows.
  package static let mostLines = 1 << 22

  package let lines: Int

  package init(lines: Int) { self.lines = lines }

  /// Rows of both kinds, numbered through all lines.
  package var sentimentCount: Int { lines * Self.sentimentRows }
  package var sideCount: Int { lines * Self.sideRows }

  /// The row of a feature's place among those of the sentiment.
  package func sentimentRow(_ place: UInt64) -> Int {
    line(place) * Self.sentimentRows + Self.sentimentPlace(place)
  }

  /// The row of a feature's place among those of abuse and intent.
  package func sideRow(_ place: UInt64) -> Int {
    line(place) * Self.sideRows + Self.sidePlace(place)
  }

  /// The upper half of a place, stretched over the lines.
  @inline(__always)
  func line(_ place: UInt64) -> Int {
    Int(truncatingIfNeeded: ((place &>> 32) &* UInt64(truncatingIfNeeded: lines)) &>> 32)
  }

  /// The lower half, stretched over the rows of a line.
  @inline(__always)
  static func sentimentPlace(_ place: UInt64) -> Int {
    Int(truncatingIfNeeded: ((place & 0xFFFF_FFFF) &* UInt64(sentimentRows)) &>> 32)
  }

  @inline(__always)
  static func sidePlace(_ place: UInt64) -> Int {
    Int(truncatingIfNeeded: ((place & 0xFFFF_FFFF) &* UInt64(sideRows)) &>> 32)
  }
}

/// The weights of moods, read where they lie.
///
/// Unchecked, because a pointer is not Sendable by itself: the bytes are read-only and owned by the
/// model that this table is part of.
struct MoodTable: @unchecked Sendable {
  let start: UnsafeRawPointer
  let grid: MoodGrid

  /// Where the two rows of a feature begin, in bytes from the start: the sentiment's below, the
  /// other heads' above.
  @inline(__always)
  func offsets(_ place: UInt64) -> UInt64 {
    let line = grid.line(place) &* MoodGrid.lineSize
    let sentiment = line &+ MoodGrid.sentimentPlace(place) &* 2
    let side = line &+ MoodGrid.sideStart &+ MoodGrid.sidePlace(place) &* 4
    return UInt64(truncatingIfNeeded: sentiment) | UInt64(truncatingIfNeeded: side) &<< 32
  }

  /// Fetches the line of a feature.
  @inline(__always)
  func touch(_ offsets: UInt64) -> UInt16 {
    start.load(fromByteOffset: Int(truncatingIfNeeded: offsets & 0xFFFF_FFFF), as: UInt16.self)
  }

  /// Both rows of a feature: four bytes of abuse and intent below, two of sentiment above.
  @inline(__always)
  func row(at offsets: UInt64) -> UInt64 {
    let sentiment = start.load(
      fromByteOffset: Int(truncatingIfNeeded: offsets & 0xFFFF_FFFF), as: UInt16.self)
    let side = start.load(
      fromByteOffset: Int(truncatingIfNeeded: offsets &>> 32), as: UInt32.self)
    return UInt64(UInt32(littleEndian: side))
      | UInt64(UInt16(littleEndian: sentiment)) &<< 32
  }

  /// Positive minus negative, for whoever explains a reading.
  func pull(_ place: UInt64) -> Int32 {
    let row = row(at: offsets(place))
    return Int32(truncatingIfNeeded: row >> 40 & 0xFF) - Int32(truncatingIfNeeded: row >> 32 & 0xFF)
  }
}

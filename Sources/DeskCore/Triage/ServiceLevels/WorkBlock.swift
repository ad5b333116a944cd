/// A stretch of a day in which answers are given, in minutes since local midnight.
public struct WorkBlock: Hashable, Codable, Sendable {
  /// The first minute, 0...1439.
  public let start: Int
  /// The minute after the last, `start + 1`...1440.
  public let end: Int

  /// Makes a block; nil when the minutes are out of range or in the wrong order.
  public init?(start: Int, end: Int) {
    guard start >= 0, start < end, end <= 1440 else { return nil }
    self.start = start
    self.end = end
  }

  /// Reads `09:00-12:30`; `24:00` is the end of the day. Nil when it is written otherwise.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let start = Self.minute(parts[0]), let end = Self.minute(parts[1])
    else { return nil }
    self.init(start: start, end: end)
  }

  /// The whole day.
  public static let day = WorkBlock(unchecked: 0, 1440)

  private init(unchecked start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }

  private static func minute(_ text: some StringProtocol) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 }),
      parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      let hour = Int(parts[0]), let minute = Int(parts[1]), minute < 60, hour <= 24
    else { return nil }
    return hour * 60 + minute
  }

  /// Blocks in order, those that touch or overlap made one.
  static func merged(_ blocks: [WorkBlock]) -> [WorkBlock] {
    var merged: [WorkBlock] = []
    for block in blocks.sorted(by: { ($0.start, $0.end) < ($1.start, $1.end) }) {
      if let last = merged.last, block.start <= last.end {
        merged[merged.count - 1] = WorkBlock(unchecked: last.start, max(last.end, block.end))
      } else {
        merged.append(block)
      }
    }
    return merged
  }
}

/// The arithmetic of an alert about waits.
public struct LateFigures: Hashable, Codable, Sendable {
  /// Whether their time is over, and not only nearly used.
  public var isOver: Bool
  /// Conversations told of now.
  public var count: Int
  /// Whether there may be more.
  public var isCapped: Bool
  /// Complaints among them.
  public var complaints: Int
  /// The message that is due first.
  public var mention: MentionID
  /// When the first of them is due.
  public var first: Timestamp
  /// When the last of them is due.
  public var last: Timestamp
  /// All that stood in the queue then.
  public var open: Int
  /// All that were late then.
  public var overdue: CappedCount

  /// Makes figures.
  public init(
    isOver: Bool, count: Int, isCapped: Bool = false, complaints: Int, mention: MentionID,
    first: Timestamp,
    last: Timestamp, open: Int, overdue: CappedCount
  ) {
    self.isOver = isOver
    self.count = count
    self.isCapped = isCapped
    self.complaints = complaints
    self.mention = mention
    self.first = first
    self.last = last
    self.open = open
    self.overdue = overdue
  }

  /// The arithmetic in one line: `12 conversations will be late within 10 min; 7 complaints; first due
  /// 14:05; 80 % of their time is used; 40 open, 3 late`.
  func line(at now: Timestamp, offsetSeconds: Int) -> String {
    let many = "\(count)\(isCapped ? "+" : "") conversation\(count == 1 ? "" : "s")"
    let clock = CivilTime(first, offsetSeconds: offsetSeconds).clockText
    var parts: [String]
    if isOver {
      parts = ["\(many) \(count == 1 ? "is" : "are") late", "first due \(clock)"]
    } else {
      let minutes = max(1, (last.since(now).milliseconds + 59_999) / 60_000)
      let within = minutes < 120 ? "\(minutes) min" : "\((minutes + 59) / 60) h"
      parts = [
        "\(many) will be late within \(within)", "first due \(clock)", "80 % of their time is used",
      ]
    }
    if complaints > 0 { parts.append("\(complaints) complaint\(complaints == 1 ? "" : "s")") }
    parts.append("\(open) open, \(overdue.value)\(overdue.isCapped ? "+" : "") late in all")
    return parts.joined(separator: "; ")
  }
}

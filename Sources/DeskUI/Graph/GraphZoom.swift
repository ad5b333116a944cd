import DeskCore

/// How much time the graph shows, and how finely.
enum GraphZoom: Int, CaseIterable, Hashable, Sendable, Comparable {
  case fiveMinutes, quarterHour, hour, threeHours, halfDay, day, week

  /// The time shown.
  var window: Span {
    switch self {
    case .fiveMinutes: .minutes(5)
    case .quarterHour: .minutes(15)
    case .hour: .hours(1)
    case .threeHours: .hours(3)
    case .halfDay: .hours(12)
    case .day: .hours(24)
    case .week: .days(7)
    }
  }

  /// The time one bar counts, a multiple of 60 seconds: at most 48 bars fill the window.
  var bucketSeconds: Int {
    switch self {
    case .fiveMinutes, .quarterHour: 60
    case .hour: 120
    case .threeHours: 300
    case .halfDay: 900
    case .day: 1800
    case .week: 14_400
    }
  }

  /// The time one bar counts.
  var bucket: Span { .seconds(Int64(bucketSeconds)) }

  /// The number of bars in the window.
  var bucketCount: Int { Int(window.seconds) / bucketSeconds }

  /// The next finer zoom, or this one.
  var closer: GraphZoom { GraphZoom(rawValue: rawValue - 1) ?? self }
  /// The next wider zoom, or this one.
  var wider: GraphZoom { GraphZoom(rawValue: rawValue + 1) ?? self }

  static func < (a: GraphZoom, b: GraphZoom) -> Bool { a.rawValue < b.rawValue }
}

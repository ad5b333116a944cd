/// How serious things are; people move it, the desk never does.
public enum Level: Int, Codable, Sendable, CaseIterable, Comparable {
  /// A normal day.
  case calm = 0
  /// Something is different; look closely.
  case watch = 1
  /// Something is wrong; the plan starts.
  case incident = 2
  /// All hands.
  case crisis = 3

  /// The name as a person types it.
  public var name: String {
    switch self {
    case .calm: "calm"
    case .watch: "watch"
    case .incident: "incident"
    case .crisis: "crisis"
    }
  }

  /// The level with a name; nil when there is none.
  public init?(name: String) {
    guard let level = Self.allCases.first(where: { $0.name == name.lowercased() }) else {
      return nil
    }
    self = level
  }

  /// Orders by value.
  public static func < (a: Level, b: Level) -> Bool { a.rawValue < b.rawValue }
}

/// One move of the level.
public struct LevelChange: Hashable, Codable, Sendable {
  /// The level from then on.
  public let level: Level
  /// Who moved it.
  public let seat: Seat
  /// When.
  public let at: Timestamp
  /// Why, in the person's words.
  public let reason: String

  /// Makes a change.
  public init(level: Level, seat: Seat, at: Timestamp, reason: String) {
    self.level = level
    self.seat = seat
    self.at = at
    self.reason = reason
  }
}

/// How serious an alarm is, by how far things are from usual.
public enum Severity: Int, Codable, Sendable, CaseIterable, Comparable {
  /// Less than three times the usual.
  case low = 1
  /// Three times and more.
  case medium = 2
  /// Nine times and more.
  case high = 3
  /// Twenty-seven times and more.
  case severe = 4

  /// The stable lower-case word for it.
  public var name: String {
    switch self {
    case .low: "low"
    case .medium: "medium"
    case .high: "high"
    case .severe: "severe"
    }
  }

  /// The severity of a count against the usual one, in the same unit as `grain`.
  init(sum: Double, usual: Double, grain: Double) {
    let ratio = (sum + grain) / (usual + grain)
    self = ratio < 3 ? .low : ratio < 9 ? .medium : ratio < 27 ? .high : .severe
  }

  /// One class up; severe stays.
  var raised: Severity { Severity(rawValue: rawValue + 1) ?? .severe }

  /// Orders by value.
  public static func < (a: Severity, b: Severity) -> Bool { a.rawValue < b.rawValue }
}

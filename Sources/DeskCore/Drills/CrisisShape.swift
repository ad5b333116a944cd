/// How an invented crisis runs.
public enum CrisisShape: String, CaseIterable, Sendable {
  /// Twelve times the usual within a quarter of an hour, then slowly less.
  case burst
  /// Doubles every three hours, up to ten times the usual.
  case slowBurn = "slow burn"
  /// As many voices as ever, but within an hour most of them negative.
  case souring
  /// One large author; those who follow answer for an hour.
  case influencer

  /// How many times the usual volume, `minutes` after the start; 1 before it.
  public func volume(minutes: Double) -> Double {
    guard minutes >= 0 else { return 1 }
    switch self {
    case .burst: return 1 + 11 * min((minutes + 5) / 15, 1) * exponential(-minutes / 240)
    case .slowBurn: return min(exponential(0.693_147 * min(minutes, 1440) / 180), 10)
    case .souring: return 1
    case .influencer: return 1 + 7 * exponential(-minutes / 45)
    }
  }

  /// The share of negative voices, `minutes` after the start, where `usual` is usual.
  public func negativeShare(minutes: Double, usual: Double) -> Double {
    guard minutes >= 0, minutes < 1440 else { return usual }
    let (top, rise) =
      switch self {
      case .burst: (0.7, 15.0)
      case .slowBurn: (0.6, 360.0)
      case .souring: (0.6, 60.0)
      case .influencer: (0.5, 15.0)
      }
    return usual + max(top - usual, 0) * min(minutes / rise, 1)
  }
}

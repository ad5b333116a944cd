/// One voice as the size of a crisis counts it.
public struct VoiceFacts: Hashable, Sendable {
  /// Who; the handle with its platform's name in front is enough.
  public var author: String
  /// Followers as the platform last counted; nil when unknown.
  public var followers: Int?
  /// Whether it is negative; nil when nobody judged it.
  public var isNegative: Bool?
  /// Where it was written.
  public var platform: Platform
  /// In which language.
  public var language: Language
  /// When.
  public var at: Timestamp

  /// Makes the facts of one voice.
  public init(
    author: String, followers: Int?, isNegative: Bool?, platform: Platform, language: Language,
    at: Timestamp
  ) {
    self.author = author
    self.followers = followers
    self.isNegative = isNegative
    self.platform = platform
    self.language = language
    self.at = at
  }
}

/// How large it is: people, reach, mood, places, and how fast it grows.
public struct SizeEstimate: Hashable, Codable, Sendable {
  /// Voices looked at.
  public let voices: Int
  /// Different authors.
  public let authors: Int
  /// Followers of all authors together, people who follow several counted several times.
  public let reach: Int
  /// Authors with more than 50,000 followers.
  public let largeAuthors: Int
  /// Voices judged and negative ones among them.
  public let judged: Int
  /// Negative voices.
  public let negative: Int
  /// Platforms touched, by name.
  public let platforms: [Platform]
  /// Languages touched, by code; undetermined ones left out.
  public let languages: [Language]
  /// In how many minutes the rate doubles; nil when it does not surely grow.
  public let doublingMinutes: Double?

  /// Estimates the size from voices, in any order; copies should have been left out before.
  public init(_ voices: [VoiceFacts]) {
    let followers = Dictionary(
      voices.map { ($0.author, $0.followers ?? 0) }, uniquingKeysWith: max)
    self.voices = voices.count
    authors = followers.count
    reach = followers.values.reduce(0) { $0.addingReportingOverflow(max($1, 0)).partialValue }
    largeAuthors = followers.values.count { $0 > Self.large }
    judged = voices.count { $0.isNegative != nil }
    negative = voices.count { $0.isNegative == true }
    platforms = Set(voices.map(\.platform)).sorted { $0.rawValue < $1.rawValue }
    languages = Set(voices.map(\.language)).filter { $0 != .undetermined }
      .sorted { $0.rawValue < $1.rawValue }
    doublingMinutes = Growth.doublingMinutes(voices.map(\.at))
  }

  /// The share of negative voices, 0...1; nil when none was judged.
  public var negativeShare: Double? { judged > 0 ? Double(negative) / Double(judged) : nil }

  /// Where the true share of negative voices lies with 95 % probability (Wilson 1927); nil when
  /// none was judged.
  public var negativeInterval: ClosedRange<Double>? {
    guard judged > 0 else { return nil }
    let (n, p, z) = (Double(judged), Double(negative) / Double(judged), 1.96)
    let middle = p + z * z / (2 * n)
    let reach = z * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot()
    let scale = 1 + z * z / n
    return max((middle - reach) / scale, 0)...min((middle + reach) / scale, 1)
  }

  private static let large = 50_000
}

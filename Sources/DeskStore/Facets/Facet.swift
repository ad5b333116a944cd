internal import DeskCore

/// What a mention can be filtered by without reading it, in one number.
struct Facet: Hashable, Sendable {
  /// Language, platform, sentiment and intent from the highest bits to the lowest.
  let rawValue: Int64

  /// Takes a stored number.
  init(rawValue: Int64) { self.rawValue = rawValue }

  /// Packs the numbers of a platform and a language with what the mood reader said.
  init(platform: Int64, language: Int64, sentiment: Sentiment, intent: Intent) {
    let mood = Int64(sentiment.rawValue) << 2 | Int64(intent.rawValue)
    rawValue = language << 24 | (platform & 0xFFFFF) << 4 | mood
  }

  /// The number of its language.
  var language: Int64 { rawValue >> 24 }
  /// The number of its platform.
  var platform: Int64 { rawValue >> 4 & 0xFFFFF }
  /// The number of its sentiment.
  var sentiment: Int { Int(rawValue >> 2 & 3) }
  /// The number of its intent.
  var intent: Int { Int(rawValue & 3) }
}

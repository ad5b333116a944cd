/// What a person says of a mention's mood; it wins over what the model read.
public struct MoodCorrection: Hashable, Sendable, Codable {
  /// The sentiment it has; nil where the model's stands.
  public var sentiment: Sentiment?
  /// The intent it has; nil where the model's stands.
  public var intent: Intent?

  /// Makes a correction of one or both.
  public init(sentiment: Sentiment? = nil, intent: Intent? = nil) {
    self.sentiment = sentiment
    self.intent = intent
  }

  /// This correction, with what it leaves open taken from an older one.
  public func over(_ older: MoodCorrection?) -> MoodCorrection {
    MoodCorrection(
      sentiment: sentiment ?? older?.sentiment, intent: intent ?? older?.intent)
  }
}

/// A correction as the desk keeps it.
public struct CorrectionRecord: Hashable, Sendable, Codable {
  /// What the person said.
  public let correction: MoodCorrection
  /// What the model had read, so that taking the correction back restores it.
  public let model: MoodReading
  /// Who said it.
  public let seat: Seat
  /// When.
  public let at: Timestamp

  /// Makes a record.
  public init(correction: MoodCorrection, model: MoodReading, seat: Seat, at: Timestamp) {
    self.correction = correction
    self.model = model
    self.seat = seat
    self.at = at
  }
}

/// A corrected mention, as it is handed to the next training.
public struct CorrectedMention: Hashable, Sendable {
  /// Its number.
  public let id: MentionID
  /// Its text.
  public let text: String
  /// What was said of it.
  public let record: CorrectionRecord

  /// Makes one.
  public init(id: MentionID, text: String, record: CorrectionRecord) {
    self.id = id
    self.text = text
    self.record = record
  }
}

extension MoodReading {
  /// The reading as a person corrected it: what they named is certain.
  public func corrected(by correction: MoodCorrection) -> MoodReading {
    var reading = self
    if let sentiment = correction.sentiment {
      reading.sentiment = sentiment
      reading.negative = sentiment == .negative ? 1 : 0
      reading.neutral = sentiment == .neutral ? 1 : 0
      reading.positive = sentiment == .positive ? 1 : 0
    }
    if let intent = correction.intent { reading.intent = intent }
    return reading
  }
}

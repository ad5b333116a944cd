/// What one series counted in one stretch of time, five minutes unless the owner says otherwise.
public struct CountBucket: Hashable, Sendable {
  /// Where the stretch begins.
  public var start: Timestamp
  /// Seconds east of Greenwich on the desk's clocks at `start`: habits follow local time.
  public var offsetSeconds: Int
  /// Voices, 0 and up: an author's near-identical texts count once (see `VoiceCounter`).
  public var count: Double
  /// Different texts among them, 0...count; equal to `count` where nobody looked.
  public var texts: Double
  /// Voices whose sentiment was read, 0...count.
  public var judged: Double
  /// Negative ones among the judged, 0...judged.
  public var negative: Double

  /// Makes a bucket; without `texts` every voice counts as a text of its own.
  public init(
    start: Timestamp, offsetSeconds: Int = 0, count: Double, texts: Double? = nil,
    judged: Double = 0, negative: Double = 0
  ) {
    self.start = start
    self.offsetSeconds = offsetSeconds
    self.count = count
    self.texts = texts ?? count
    self.judged = judged
    self.negative = negative
  }

  /// Hour of the day on local clocks, 0...23.
  var localHour: Int { Int(((localHourNumber % 24) + 24) % 24) }

  /// Day of the week on local clocks, 0 for Monday to 6.
  var localWeekday: Int {
    let hour = ((localHourNumber % 168) + 168) % 168
    return Int(hour / 24)
  }

  /// Hours since Monday 1 January 1601 on local clocks, so that a remainder by 168 is the hour of
  /// the week.
  var localHourNumber: Int64 {
    let seconds = start.seconds + Int64(offsetSeconds) + Self.epochShift
    return seconds >= 0 ? seconds / 3600 : (seconds - 3599) / 3600
  }

  /// 134,774 days lie between Monday 1 January 1601 and the Unix epoch.
  private static let epochShift: Int64 = 134_774 * 86_400
}

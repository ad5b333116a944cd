/// The usual share of negative voices of a series, and how sure one can be of it.
///
/// Beta-binomial: negatives and judged voices are summed with a week's memory for the whole day and
/// for each hour of it; the hour leans on the day with the weight of 30 voices, the day on one voice
/// in four with the weight of 8. A stretch counts at most three times the usual voices and a share
/// three standard deviations above the usual one, so that a storm does not become the normal.
struct ShareBaseline: Hashable, Sendable {
  private var negative = 0.0
  private var judged = 0.0
  private var buckets = 0.0
  private var hourNegative = [Float](repeating: 0, count: 24)
  private var hourJudged = [Float](repeating: 0, count: 24)

  /// The usual share in an hour of the local day, above 0 and below 1.
  func usual(localHour: Int) -> Double {
    let day = dayShare
    let hour = min(max(localHour, 0), 23)
    return (Double(hourNegative[hour]) + Self.lean * day)
      / (Double(hourJudged[hour]) + Self.lean)
  }

  /// Judged voices in a usual value.
  var judgedPerValue: Double { buckets > 0 ? judged / buckets : 0 }

  /// How many voices the usual share of an hour stands on.
  func weight(localHour: Int) -> Double {
    Double(hourJudged[min(max(localHour, 0), 23)]) + min(judged + Self.priorVoices, Self.lean)
  }

  mutating func learn(_ bucket: CountBucket, keep: Double, keepHour: Double) {
    let hour = bucket.localHour
    let usual = usual(localHour: hour)
    let typical = buckets > 0 ? judged / buckets : bucket.judged
    let voices = min(bucket.judged, 3 * max(typical, 1))
    let share = bucket.judged > 0 ? bucket.negative / bucket.judged : 0
    let deviation = (usual * (1 - usual) / max(voices, 1)).squareRoot()
    let negatives = voices * min(share, usual + 3 * deviation)
    negative = keep * negative + negatives
    judged = keep * judged + voices
    buckets = keep * buckets + 1
    hourNegative[hour] = Float(keepHour * Double(hourNegative[hour]) + negatives)
    hourJudged[hour] = Float(keepHour * Double(hourJudged[hour]) + voices)
  }

  mutating func pass(through snapshot: inout Snapshot) {
    snapshot.pass(&negative)
    snapshot.pass(&judged)
    snapshot.pass(&buckets)
    snapshot.pass(&hourNegative)
    snapshot.pass(&hourJudged)
    snapshot.refuse(unless: negative >= 0 && judged >= negative && buckets >= 0)
    snapshot.refuse(
      unless: zip(hourNegative, hourJudged).allSatisfy { $0.0 >= 0 && $0.1 >= $0.0 - 0.001 })
  }

  private var dayShare: Double {
    (negative + Self.priorVoices / 4) / (judged + Self.priorVoices)
  }

  private static let priorVoices = 8.0
  private static let lean = 30.0
}

/// Adds up what the features say for sentiment, abuse and intent in one walk.
struct MoodSink: FeatureSink {
  let sentimentTable: WeightTable
  let abuseTable: WeightTable
  let intentTable: WeightTable
  var negative: Int32 = 0
  var positive: Int32 = 0
  var abuse: Int32 = 0
  var complaint: Int32 = 0
  var question: Int32 = 0
  var praise: Int32 = 0
  var count = 0

  init(model: MoodModel) {
    sentimentTable = model.sentimentTable
    abuseTable = model.abuseTable
    intentTable = model.intentTable
  }

  @inline(__always)
  mutating func take(_ hash: UInt64, token: Int) {
    let sentiment = sentimentTable.row(hash)
    negative &+= Int32(sentiment[0])
    positive &+= Int32(sentiment[1])
    abuse &+= Int32(abuseTable.row(hash)[0])
    let intent = intentTable.row(hash)
    complaint &+= Int32(intent[0])
    question &+= Int32(intent[1])
    praise &+= Int32(intent[2])
    count += 1
  }
}

/// The scores of all heads for one text, before they become probabilities.
struct MoodScores {
  /// Negative, positive, abuse, complaint, question, praise; two spare.
  var values = SIMD8<Float>(repeating: 0)

  init(_ sink: MoodSink, model: MoodModel) {
    let scale = 1 / Float(max(1, sink.count)).squareRoot()
    let sentiment = model.steps[1] * scale
    let intent = model.steps[3] * scale
    values[0] = Float(sink.negative) * sentiment
    values[1] = Float(sink.positive) * sentiment
    values[2] = Float(sink.abuse) * model.steps[2] * scale
    values[3] = Float(sink.complaint) * intent
    values[4] = Float(sink.question) * intent
    values[5] = Float(sink.praise) * intent
  }
}

import DeskCore

/// Texts and words written for this model.
///
/// A text in `social/LANGUAGE/DOMAIN.tsv` carries a sentiment, an intent and whether it is abusive,
/// so that it teaches three heads; a word or phrase in `words/` carries one label.
struct OwnTexts {
  private(set) var sentiment: [Row] = []
  private(set) var intent: [Row] = []
  private(set) var abuse: [Row] = []

  private static let sentiments = ["negative": "neg", "neutral": "neu", "positive": "pos"]
  private static let abuses = ["1": "off", "0": "not"]
  private static let feelings: Set<String> = ["neg", "neu", "pos"]

  /// Reads `social` and `words` in the folder of the trainer's own texts.
  init(folder: String) throws {
    for row in try Row.readNested(in: folder + "/social") { add(row) }
    for row in try Row.readAll(in: folder + "/words") { addWord(row) }
  }

  private mutating func add(_ row: Row) {
    var row = row
    if let label = Self.sentiments[row.sentiment] {
      row.label = label
      row.source = "own_social"
      sentiment.append(row)
    }
    row.source = "own_intent"
    row.label = row.intent
    intent.append(row)
    if let label = Self.abuses[row.abuse] {
      row.source = "own_social_abuse"
      row.label = label
      abuse.append(row)
    }
  }

  private mutating func addWord(_ row: Row) {
    var row = row
    row.source = Self.feelings.contains(row.label) ? "own_words" : "own_words_abuse"
    if Self.feelings.contains(row.label) { sentiment.append(row) } else { abuse.append(row) }
  }
}

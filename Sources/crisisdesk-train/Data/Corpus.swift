import DeskCore

/// Everything a training run reads.
struct Corpus {
  /// Labelled neg, neu, pos.
  var sentiment: [Row] = []
  /// Language and text alone.
  var sentences: [Row] = []
  /// Labelled off, not.
  var abuse: [Row] = []
  /// Labelled complaint, question, praise, other, or not (which is any but complaint).
  var intent: [Row] = []
  /// Labelled texts kept for measuring.
  var development: [Row] = []
  /// Texts under terms that forbid more than measuring.
  var measuredOnly: [Row] = []
  var abuseDevelopment: [Row] = []
  var sources: SourceTable

  /// Reads the folders `train`, `dev`, `extra` and `nc` of `data`, and what stands in `own`.
  init(data: String, own: String, corrections: String?) throws {
    sources = try SourceTable(path: own + "/sources.tsv")
    sentiment = try Row.readAll(in: data + "/train") + Row.readAll(in: own + "/sentiment")
    sentences =
      try Row.read(data + "/extra/langid_train_sentences.tsv.gz")
      + Row.readAll(in: own + "/language")
    abuse = try Row.read(data + "/extra/offensive_train.tsv.gz") + Row.readAll(in: own + "/abuse")
    intent = try Self.readIntent(data) + Row.readAll(in: own + "/intent")
    sentiment += Self.feelings(intent)
    let texts = try OwnTexts(folder: own)
    sentiment += texts.sentiment
    intent += texts.intent
    abuse += texts.abuse
    development = try Row.readAll(in: data + "/dev")
    measuredOnly = try ["en", "fa", "ru"].flatMap { try Row.read("\(data)/nc/\($0).tsv.gz") }
    abuseDevelopment = try Row.read(data + "/extra/offensive_dev.tsv.gz")
    guard let corrections else { return }
    for correction in try Correction.read(corrections) {
      if let row = correction.sentimentRow { sentiment.append(row) }
      if let row = correction.intentRow { intent.append(row) }
    }
  }

  /// What intents say of sentiment: complaints are negative, praise is positive, and questions to a
  /// brand are neutral. What is neither may feel anything and is left out.
  private static func feelings(_ rows: [Row]) -> [Row] {
    let labels = ["complaint": "neg", "praise": "pos", "question": "neu"]
    return rows.compactMap { row in
      guard let label = labels[row.label], !row.source.contains("random") else { return nil }
      var row = row
      row.label = label
      row.source = row.source.hasPrefix("own") ? "own_feelings" : "complaints_feelings"
      return row
    }
  }

  /// Complaints, and among the rest the questions where they are marked.
  private static func readIntent(_ data: String) throws -> [Row] {
    let marked = try Row.read(data + "/extra/intent_train.tsv.gz")
    let questions = Set(marked.filter { $0.label == "question" }.map(\.text))
    return try Row.read(data + "/extra/complaints_train.tsv.gz").map { row in
      var row = row
      if questions.contains(row.text) { row.label = "question" }
      return row
    }
  }
}

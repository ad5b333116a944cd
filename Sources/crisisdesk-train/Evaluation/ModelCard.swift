import DeskCore

/// The page that goes with a model: what it is made of, how good it is, and where it fails.
struct ModelCard {
  var name: String
  var seed: UInt64
  var size: Int
  var corpus: Corpus
  var report: Report

  var text: String {
    [
      "# \(name)", "",
      "A linear model over hashed words, pairs and triples of words and runs of letters, with the",
      "signs of hand-made lexicons. It names the language, the sentiment with probabilities, the",
      "intent and a degree of abuse. \(size) bytes, features \(ModelFormat.features), seed \(seed).",
      "", "## Made of", "", "| source | language | texts | weight | kind | licence as found |",
      "|---|---|---|---|---|---|", sources, "",
      "Abuse: \(corpus.abuse.count) texts and words, in English, Arabic, German and French from",
      "public sets, and of our own in twelve languages. Intent: \(corpus.intent.count) texts, public",
      "complaints in English and texts of our own in twelve languages, and reviews whose sentiment",
      "hints at the intent, at little weight.",
      "Languages: sentences in 23 languages, and the social texts above. Texts under",
      "non-commercial terms are measured on and not trained on.", "",
      "## Scores on development texts", "",
      "Macro-F1 and macro-recall over the classes that occur; a source without neutral texts is",
      "scored on negative against positive. Sources marked * were not trained on.", "",
      "| language | source | texts | F1 | recall |", "|---|---|---|---|---|", scores, "",
      "```", report.language.lines.joined(separator: "\n"), calibration, "```", "", limits, "",
    ].joined(separator: "\n")
  }

  private var sources: String {
    var counts: [SentimentScores.Key: Int] = [:]
    for row in corpus.sentiment { counts[SentimentScores.key(row), default: 0] += 1 }
    return counts.keys.sorted().map { key in
      let facts = corpus.sources[key.source]
      return "| \(key.source) | \(key.language) | \(counts[key] ?? 0) | \(facts.weight) "
        + "| \(facts.kind) | \(facts.licence) |"
    }.joined(separator: "\n")
  }

  private var scores: String {
    let trained = Set(corpus.sentiment.map(\.source))
    return report.sentiment.bySource.keys.sorted().map { key in
      let scores = report.sentiment.bySource[key] ?? Confusion(classes: 3)
      let mark = trained.contains(key.source) || key.source == "tweeteval_sent" ? "" : " *"
      return "| \(key.language) | \(key.source)\(mark) | \(scores.total) "
        + "| \(Columns.figure(scores.macroF1)) | \(Columns.figure(scores.macroRecall)) |"
    }.joined(separator: "\n")
  }

  private var calibration: String {
    report.sentiment.errors.keys.sorted().map { language in
      "expected calibration error \(language): "
        + "\(Columns.figure(report.sentiment.errors[language]?.value ?? 0)) %"
    }.joined(separator: "\n")
  }

  private var limits: String {
    """
    ## Limits

    - Irony, quotation and who is meant are seen only as far as words betray them.
    - Persian, Ukrainian, Uzbek and Russian have no public abuse data under free terms: abuse there
      rests on the lexicons' insults and on texts written for this model.
    - Intent outside English rests on texts written for this model and on reviews.
    - Neutral chat in Uzbek, and much else outside English, rests on texts written for this model by
      few hands; Hindi labels are noisy.
    - In English a swear word counts as abuse in whatever mood, as in the public set it learns from.
    - Probabilities are calibrated on texts of the training sources; where classes are mixed in
      other shares they are off by the errors above.
    - Serbian, Azerbaijani and the other languages of the language head have no sentiment data:
      their sentiment comes from emoji, marks and shared words.
    """
  }
}

import DeskCore

/// Every figure of a model on the development texts.
struct Report {
  let sentiment: SentimentScores
  let language: LanguageScores
  let abuse: [String: Confusion]
  let complaints: Confusion

  init(reader: TrainedMoodReader, corpus: Corpus) {
    let rows =
      corpus.development.filter { $0.source != "airline" && $0.source != "armanemo" }
      + corpus.measuredOnly
    sentiment = SentimentScores(rows: rows) { reader.read($0.text) }
    language = LanguageScores(rows: corpus.development, reader: reader)
    var abuse: [String: Confusion] = [:]
    for row in corpus.abuseDevelopment {
      let said = reader.read(row.text).abuse > 0.5 ? 1 : 0
      abuse[row.language.rawValue + "\t" + row.source, default: Confusion(classes: 2)]
        .add(truth: row.label == "off" ? 1 : 0, said: said)
    }
    self.abuse = abuse
    var complaints = Confusion(classes: 2)
    for row in corpus.measuredOnly where row.source == "airline" {
      let said = reader.read(row.text).intent == .complaint ? 1 : 0
      complaints.add(truth: row.label == "neg" ? 1 : 0, said: said)
    }
    self.complaints = complaints
  }

  var lines: [String] {
    var lines = [Columns.line(["lang", "source", "texts", "F1", "recall"])]
    lines += sentiment.lines + sentiment.summary
    lines += sentiment.errors.keys.sorted().map { language in
      "calibration error \(language): \(Columns.figure(sentiment.errors[language]?.value ?? 0)) %"
    }
    lines += language.lines
    for key in abuse.keys.sorted() {
      let scores = abuse[key] ?? Confusion(classes: 2)
      let fields = key.split(separator: "\t").map(String.init)
      lines.append(
        Columns.line(fields + ["\(scores.total)", Columns.figure(scores.macroF1)]) + "  abuse")
    }
    lines.append(
      "airline complaints against negative labels: F1 \(Columns.figure(complaints.macroF1))")
    return lines
  }
}

/// How often the language is right: whole texts, and their beginnings of up to 60 letters.
struct LanguageScores {
  private var whole: [String: (right: Int, count: Int)] = [:]
  private var short: [String: (right: Int, count: Int)] = [:]
  static let first = ["ar", "en", "fa", "ru", "uk", "uz"]

  init(rows: [Row], reader: TrainedMoodReader) {
    for row in rows {
      let language = row.language.rawValue
      let said = reader.read(row.text).language == row.language
      let beginning = Self.beginning(row.text)
      let saidShort = reader.read(beginning).language == row.language
      whole[language, default: (0, 0)].count += 1
      short[language, default: (0, 0)].count += 1
      if said { whole[language]?.right += 1 }
      if saidShort { short[language]?.right += 1 }
    }
  }

  /// Up to 60 letters, cut between words.
  static func beginning(_ text: String) -> String {
    let head = text.prefix(60)
    guard head.count < text.count, let cut = head.lastIndex(of: " ") else { return String(head) }
    return String(head[..<cut])
  }

  private func share(_ counts: [String: (right: Int, count: Int)], _ language: String) -> Double {
    let entry = counts[language] ?? (0, 0)
    return 100 * Double(entry.right) / Double(max(1, entry.count))
  }

  var lines: [String] {
    var lines = whole.keys.sorted().map { language in
      Columns.line([
        language, "language", "\(whole[language]?.count ?? 0)",
        Columns.figure(share(whole, language)), Columns.figure(share(short, language)),
      ])
    }
    let wholeMean = Self.first.reduce(0) { $0 + share(whole, $1) } / 6
    let shortMean = Self.first.reduce(0) { $0 + share(short, $1) } / 6
    lines.append(
      "languages of the six: \(Columns.figure(wholeMean)), up to 60 letters "
        + Columns.figure(shortMean))
    return lines
  }
}

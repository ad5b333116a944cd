import DeskCore

/// How well a reader tells sentiment, by language and source.
struct SentimentScores {
  struct Key: Hashable, Comparable {
    var language: String
    var source: String
    static func < (left: Key, right: Key) -> Bool {
      (left.language, left.source) < (right.language, right.source)
    }
  }

  private(set) var bySource: [Key: Confusion] = [:]
  private(set) var errors: [String: CalibrationError] = [:]

  /// A source that has no neutral texts is scored on negative against positive alone.
  init(rows: [Row], read: (Row) -> MoodReading) {
    var hasNeutral: Set<Key> = []
    for row in rows where row.label == "neu" { hasNeutral.insert(Self.key(row)) }
    for row in rows {
      guard let truth = ["neg": 0, "neu": 1, "pos": 2][row.label] else { continue }
      let key = Self.key(row)
      let reading = read(row)
      let isPolar = !hasNeutral.contains(key)
      let said =
        isPolar ? (reading.positive > reading.negative ? 2 : 0) : reading.sentiment.rawValue
      bySource[key, default: Confusion(classes: 3)].add(truth: truth, said: said)
      guard !isPolar else { continue }
      let shares = [reading.negative, reading.neutral, reading.positive]
      errors[row.language.rawValue, default: CalibrationError()]
        .add(
          share: shares[reading.sentiment.rawValue], isRight: reading.sentiment.rawValue == truth)
    }
  }

  static func key(_ row: Row) -> Key {
    Key(language: row.language.rawValue, source: row.source)
  }

  /// The figures that a choice is made by: sources nobody trained on, and the rest.
  var summary: [String] {
    let unseen = ["airline", "armanemo", "rusentiment", "elsahar_res2", "uk_shops"]
    func mean(_ keys: [Key], _ figure: (Confusion) -> Double) -> Double {
      keys.reduce(0) { $0 + figure(bySource[$1] ?? Confusion(classes: 3)) }
        / Double(max(1, keys.count))
    }
    let keys = bySource.keys.sorted()
    let umsab = keys.filter { $0.source.hasPrefix("umsab") }
    let first = Set(["en", "ar", "fa", "uz", "uk", "ru"])
    let new = keys.filter { unseen.contains($0.source) }
    let seen = keys.filter { !unseen.contains($0.source) && first.contains($0.language) }
    return [
      "unseen recall \(Columns.figure(mean(new) { $0.macroRecall }))"
        + "  f1 \(Columns.figure(mean(new) { $0.macroF1 }))"
        + "  umsab f1 \(Columns.figure(mean(umsab) { $0.macroF1 }))"
        + "  six recall \(Columns.figure(mean(seen) { $0.macroRecall }))"
    ]
  }

  var lines: [String] {
    bySource.keys.sorted().map { key in
      let scores = bySource[key] ?? Confusion(classes: 3)
      return Columns.line([
        key.language, key.source, "\(scores.total)", Columns.figure(scores.macroF1),
        Columns.figure(scores.macroRecall),
      ])
    }
  }
}

/// The expected calibration error over ten bins of confidence.
struct CalibrationError: Sendable {
  private var sums = [Double](repeating: 0, count: 10)
  private var right = [Int](repeating: 0, count: 10)
  private var counts = [Int](repeating: 0, count: 10)

  mutating func add(share: Double, isRight: Bool) {
    let bin = min(9, Int(share * 10))
    sums[bin] += share
    counts[bin] += 1
    if isRight { right[bin] += 1 }
  }

  /// In per cent.
  var value: Double {
    let total = Double(max(1, counts.reduce(0, +)))
    return 100
      * counts.indices.reduce(0) { $0 + abs(sums[$1] - Double(right[$1])) / total }
  }
}

/// Lines of columns for a terminal.
enum Columns {
  private static let widths = [4, 26, 7, 8, 8, 8, 8]

  static func line(_ fields: [String]) -> String {
    zip(fields, widths).map { field, width in
      width > 8 || width == 4
        ? field + String(repeating: " ", count: max(1, width - field.count))
        : String(repeating: " ", count: max(1, width - field.count)) + field
    }.joined()
  }

  static func figure(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(abs(tenths % 10))"
  }
}

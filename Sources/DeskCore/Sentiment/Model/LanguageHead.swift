/// Adds up, for every language, what the runs of letters say for it.
struct LanguageSink: FeatureSink {
  let table: WeightTable
  var sums = InlineArray<24, Int32>(repeating: 0)
  var count = 0

  init(table: WeightTable) { self.table = table }

  @inline(__always)
  mutating func take(_ hash: UInt64, token: Int) {
    let row = table.row(hash)
    for column in 0..<LanguageRow.width { sums[column] &+= Int32(row[column]) }
    count += 1
  }
}

/// Names the language of a text.
enum LanguageHead {
  /// What a platform's claim is worth, in the unit of the scores.
  static let hintBonus: Float = 0.6

  /// The language and its place in the model; the place is nil where the model has none for it.
  static func read(
    _ text: borrowing MoodText, model: MoodModel, hint: Language?
  ) -> (language: Language, index: Int?) {
    guard text.letterCount > 0 else {
      let claimed = hint ?? .undetermined
      return (claimed, model.index(of: claimed))
    }
    if text.others > text.latin + text.cyrillic + text.arabic {
      let language = text.otherLanguage ?? .undetermined
      return (language, model.index(of: language))
    }
    var sink = LanguageSink(table: model.languageTable)
    LanguageFeatures.walk(text, into: &sink)
    let scale = model.steps[0] / Float(max(1, sink.count)).squareRoot()
    let claimed = hint.flatMap { model.index(of: $0) }
    var best = 0
    var bestScore = -Float.infinity
    for index in model.languages.indices {
      var score = Float(sink.sums[index]) * scale
      if index == claimed { score += hintBonus }
      if score > bestScore {
        best = index
        bestScore = score
      }
    }
    return (model.languages[best], best)
  }
}

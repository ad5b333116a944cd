/// Names the language of a text.
enum LanguageHead {
  /// What a platform's claim is worth in a long text, in the unit of the scores; a text of a dozen
  /// letters or less says so little itself that the claim counts double and more.
  static let hintBonus: Float = 0.6
  static let hintLetters: Float = 12

  /// The language and its place in the model; the place is nil where the model has none for it.
  static func read(
    _ text: MoodText, places: UnsafeMutableBufferPointer<UInt64>, model: MoodModel,
    hint: Language?
  ) -> (language: Language, index: Int?) {
    guard text.letterCount > 0 else {
      let claimed = hint ?? .undetermined
      return (claimed, model.index(of: claimed))
    }
    if text.others > text.latin + text.cyrillic + text.arabic {
      let language = text.otherScript?.language ?? .undetermined
      return (language, model.index(of: language))
    }
    let table = model.languageTable
    var count = 0
    LanguageFeatures.walk(text) {
      places[count] = table.offset($0)
      count &+= 1
    }
    let tally = LanguageTally(UnsafeBufferPointer(rebasing: places[..<count]), table: table)
    return best(tally, model: model, hint: hint, letters: text.letterCount)
  }

  private static func best(
    _ tally: borrowing LanguageTally, model: MoodModel, hint: Language?, letters: Int
  ) -> (language: Language, index: Int?) {
    let scale = model.steps[0] / Float(max(1, tally.count)).squareRoot()
    let claimed = hint.flatMap { model.index(of: $0) }
    let bonus = hintBonus * (1 + hintLetters / Float(letters))
    var best = 0
    var bestScore = -Float.infinity
    for index in model.languages.indices {
      var score = Float(tally.sums[index]) * scale
      if index == claimed { score += bonus }
      if score > bestScore {
        best = index
        bestScore = score
      }
    }
    return (model.languages[best], best)
  }
}

/// One word or symbol of a scanned text, with what every lexicon says about it.
struct ScannedWord: Sendable {
  var marks: PerLane<UInt32>
  /// Where it stands in the UTF-8 of the text.
  var start: Int32
  var end: Int32
  /// In capitals or drawn out.
  var isEmphatic: Bool
  /// The first word of a sentence.
  var opensSentence: Bool
  /// The pull on the reading, set by the scorer.
  var pull: Float = 0
}

/// What one walk over a text found.
struct TextScan: Sendable {
  var words: [ScannedWord] = []
  var evidence = LanguageEvidence()
  var exclamations = 0
  var questions = 0
  /// Letters in capitals and all letters that have case.
  var upperLetters = 0
  var casedLetters = 0
}

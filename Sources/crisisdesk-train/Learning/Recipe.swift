import DeskCore
import MoodLearning

/// The numbers a training run is made with; everything else follows from the data.
struct Recipe: Sendable {
  var seed: UInt64 = 1
  /// The table of moods: its lines make nearly all of the file's size.
  var grid = MoodGrid(lines: 65_536)
  var languageBits: UInt64 = 13
  var sentiment = ScoreLearner.Settings()
  var abuse = ScoreLearner.Settings(passes: 4, learnsHabits: false)
  var intent = ScoreLearner.Settings(
    passes: 5, rate: 0.1, denseRate: 0.06, decay: 3e-3, learnsHabits: false)
  /// What a row of public complaints weighs, and what a hint of intent does.
  var complaintWeight: Float = 2
  var hintWeight: Float = 0.04
  /// Added to the score of complaints: whoever writes to a desk complains more often than whoever
  /// writes at all, which is what most of the training texts are.
  var complaintShift: Float = 0.2
  /// Added on top in English, whose public texts lean furthest away from complaints.
  var englishComplaintShift: Float = 1.0
  /// Rows of a source are weighed so that its total grows with this power of its size.
  var sizePower = 0.6
  /// How far the classes of a source are brought to equal weight, 0 to 1.
  var balance = 1.0
  /// The languages, in the order of the tables; Hindi's tweets are often in Latin letters.
  var languages: [Language] = [
    "ar", "az", "be", "bg", "de", "en", "es", "fa", "fr", "hi", "id", "it", "kk", "nl", "pl", "pt",
    "ro", "ru", "sr", "tr", "uk", "ur", "uz",
  ].map { Language(rawValue: $0) }

  func index(of language: Language) -> Int { languages.firstIndex(of: language) ?? 0 }
  var denseRows: Int { (languages.count + 1) * MoodExtractor.denseCount }
}

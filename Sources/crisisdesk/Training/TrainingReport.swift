import DeskCore
import MoodLearning

/// What learning changed, in numbers a person can decide by.
struct TrainingReport: Encodable {
  /// The share of other mentions that may read otherwise before learning is refused.
  static let mostDrift = 0.2

  /// What a model gets right of some corrections.
  struct Score: Encodable {
    let texts: Int
    let before: Int
    let after: Int

    init(_ texts: [CorrectedText], old: TrainedMoodReader, new: TrainedMoodReader) {
      self.texts = texts.count
      before = texts.count { $0.agrees(with: old.read($0.text, knownAs: $0.language)) }
      after = texts.count { $0.agrees(with: new.read($0.text, knownAs: $0.language)) }
    }
  }

  /// How many other mentions were looked at, and how many of them change their sentiment.
  struct Drift: Encodable {
    let mentions: Int
    let changed: Int

    init(_ others: [DeskLessons.Other], old: TrainedMoodReader, new: TrainedMoodReader) {
      mentions = others.count
      changed = others.count {
        old.read($0.text, language: $0.hint).sentiment
          != new.read($0.text, language: $0.hint).sentiment
      }
    }

    var share: Double { mentions == 0 ? 0 : Double(changed) / Double(mentions) }
  }

  let learned: Score
  /// Nil when there are too few corrections to keep any from learning.
  let held: Score?
  let drift: Drift
  /// Whether the model in use has learned from this desk before, perhaps from those kept now.
  let isRepeated: Bool

  init(_ lessons: DeskLessons, old: TrainedMoodReader, new: TrainedMoodReader) {
    learned = Score(lessons.learned, old: old, new: new)
    held = lessons.held.isEmpty ? nil : Score(lessons.held, old: old, new: new)
    drift = Drift(lessons.others, old: old, new: new)
    isRepeated = old.model.name.hasPrefix(CorrectionLearner.mark)
  }

  var isTooMuch: Bool { drift.share > Self.mostDrift }

  /// The report as sentences.
  var lines: [String] {
    [
      "learned from \(learned.texts) corrections: \(learned.before) read right before, "
        + "\(learned.after) now", heldLine, driftLine,
    ]
  }

  private var heldLine: String {
    guard let held else {
      return "fewer than \(DeskLessons.enoughToHold) corrections: none kept to judge by, so "
        + "nothing says how it reads what it has not seen"
    }
    let verdict =
      held.after > held.before
      ? "better" : held.after < held.before ? "worse: think twice" : "no better, no worse"
    return "\(held.texts) corrections not learned from: \(held.before) read right before, "
      + "\(held.after) now (\(verdict))"
      + (isRepeated ? "; the model in use may have learned from some of them earlier" : "")
  }

  private var driftLine: String {
    guard drift.mentions > 0 else { return "no other mentions to compare with" }
    let tenths = Int((drift.share * 1000).rounded())
    return "\(drift.changed) of the \(drift.mentions) newest other mentions change their "
      + "sentiment (\(tenths / 10).\(tenths % 10) %)"
  }
}

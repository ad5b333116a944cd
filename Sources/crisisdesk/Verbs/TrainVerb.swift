import ArgumentParser
import DeskConfiguration
import DeskCore
import Foundation
import MoodLearning
import ShippedMood

/// `crisisdesk train`: a model of the desk's own, from what its people corrected.
struct TrainVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train", abstract: "Make a mood model of the desk's own from its corrections.",
    discussion: """
      Goes on from the model in use, and moves it only where the corrected texts are read wrong. \
      Prints how many corrections the old and the new model read right, and how many other mentions \
      would change; above 20 % of them nothing is written, unless --force says so. The model holds \
      weights, no texts, yet words can be guessed from it: keep it as private as the desk.
      """)

  @OptionGroup var desk: DeskOptions
  @Flag(help: "Learn from the corrections of this desk; the only thing there is to learn from.")
  var withCorrections = false
  @Option(help: "The file to write, instead of mood.model beside desk.toml.") var out: String?
  @Flag(help: "Write it even if many other mentions change.") var force = false

  func validate() throws {
    if !withCorrections { throw ValidationError("say what to learn from: --with-corrections") }
    if out?.isEmpty == true { throw ValidationError("--out takes a file name") }
  }

  func run() throws {
    let session = try desk.open()
    let lessons = try DeskLessons(session.store)
    guard lessons.all.count >= CorrectionLearner.fewest else {
      Output.note(
        "This desk has \(lessons.all.count) corrections; learning takes at least "
          + "\(CorrectionLearner.fewest). Correct mentions with -, = and +, or 'crisisdesk correct'."
      )
      throw ExitCode.refused
    }
    let old = session.mood
    let others = lessons.others.map { other in
      (text: other.text, language: old.read(other.text, language: other.hint).language)
    }
    let parts = try CorrectionLearner()
      .learn(lessons.learned, beside: others, from: old.model)
    let brand = BrandLexicon(words: session.configuration.words)
    let report = TrainingReport(lessons, old: old, new: try LoadedModel(parts, brand: brand).reader)
    if desk.json { try Output.json(report) } else { report.lines.forEach(Output.note) }
    if report.isTooMuch, !force {
      Output.note("Too much changes; nothing was written. --force writes it all the same.")
      throw ExitCode.refused
    }
    try write(parts, session)
  }

  private func write(_ parts: ModelParts, _ session: DeskSession) throws {
    let file = URL(fileURLWithPath: out ?? "\(session.places.configurationFolder)/mood.model")
      .standardizedFileURL.path
    do {
      try PrivateFile.replace(parts.encoded(), at: file) { _ = try MoodModel.mapped(path: $0) }
    } catch {
      Output.note("The model could not be written: \(Sentence.of(error))")
      throw ExitCode.failure
    }
    Output.note("written: \(file)")
    MoodAdvice(session, file: file).give(json: desk.json)
  }
}

import ArgumentParser
import DeskCore
import ShippedMood

/// Measures the shipped model, or a file, on the development texts.
struct Measure: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measures a model on the development texts.")

  @Option(help: "The folder with train, dev, extra and nc.") var data: String
  @Option(help: "The folder with the trainer's own texts.")
  var own = "Sources/crisisdesk-train/Training"
  @Option(help: "A model file instead of the shipped one.") var model: String?

  func run() throws {
    let corpus = try Corpus(data: data, own: own, corrections: nil)
    let model = try model.map { try MoodModel.mapped(path: $0) } ?? MoodModel.shipped()
    let report = Report(reader: TrainedMoodReader(model: model), corpus: corpus)
    for line in report.lines { print(line) }
  }
}

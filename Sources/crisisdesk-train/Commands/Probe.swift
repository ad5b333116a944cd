import ArgumentParser
import DeskCore
import Foundation
import ShippedMood

/// Reads a TSV of the quality tests and shows what the model gets wrong.
struct Probe: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Shows which texts of a labelled file a model reads otherwise than a person.")

  @Option(help: "A model file instead of the shipped one.") var model: String?
  @Option(help: "sentiment, intent or abuse.") var head = "sentiment"
  @Argument(help: "TSV files: lang, sentiment, intent, abuse, text.") var files: [String]

  func run() throws {
    let model = try model.map { try MoodModel.mapped(path: $0) } ?? MoodModel.shipped()
    let reader = TrainedMoodReader(model: model)
    for file in files {
      var wrong = 0
      let lines = try GzipText.read(file).split(separator: "\n").dropFirst()
      for line in lines {
        let fields = line.split(separator: "\t").map(String.init)
        guard fields.count == 5 else { continue }
        let reading = reader.read(fields[4])
        let (truth, said) =
          switch head {
          case "intent": (fields[2], reading.intent.name)
          case "abuse": (fields[3], reading.abuse > 0.5 ? "1" : "0")
          case "language": (fields[0], reading.language.rawValue)
          default: (fields[1], reading.sentiment.name)
          }
        if truth != said {
          wrong += 1
          print("\(truth) → \(said)\t\(fields[4])")
        }
      }
      print("== \(file): \(wrong) of \(lines.count)")
    }
  }
}

import ArgumentParser
import DeskCore
import Foundation
import MoodLearning

/// Trains every head and writes the model file, its stamp and its card.
struct Build: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Trains a model and writes it with its card.",
    discussion: """
      The same data, texts and seed give the same file, byte for byte. Another language is added \
      by adding files: labelled texts in train/, sentences in the trainer's Training/language, \
      intents in Training/intent; its code goes into the recipe and its sources into sources.tsv.
      """)

  @Option(help: "The folder with train, dev, extra and nc.") var data: String
  @Option(help: "The folder with the trainer's own texts.")
  var own = "Sources/crisisdesk-train/Training"
  @Option(help: "The folder for mood.model, its stamp and its card.")
  var output = "Sources/CMoodModel/model"
  @Option(help: "Name of the model; its number is the version that readings are stored with.")
  var name = "mood-1"
  @Option(help: "What decides every chance in training.") var seed: UInt64 = 1
  @Option(help: "Lines of the table of moods, of 64 bytes each.") var lines = Recipe().grid.lines
  @Option(help: "Corrections that people made, as JSON Lines or TSV.") var corrections: String?

  func run() throws {
    let corpus = try Corpus(data: data, own: own, corrections: corrections)
    var recipe = Recipe()
    recipe.seed = seed
    recipe.grid = MoodGrid(lines: lines)
    let builder = ModelBuilder(recipe: recipe, name: name) { print($0) }
    let parts = try builder.build(corpus)
    let bytes = parts.encoded()
    try write(bytes, to: "mood.model")
    let checksum = bytes[16..<24].reversed().reduce(0) { $0 << 8 | UInt64($1) }
    let stamp =
      "// Changes with the model, so that the assembler takes the new one in.\n"
      + "#define MOOD_MODEL_CHECKSUM 0x\(String(checksum, radix: 16))\n"
    try write(Array(stamp.utf8), to: "mood_model_stamp.h")
    let report = Report(reader: try LoadedModel(parts).reader, corpus: corpus)
    let card = ModelCard(name: name, seed: seed, size: bytes.count, corpus: corpus, report: report)
    try write(Array(card.text.utf8), to: "model-card.md")
    for line in report.lines { print(line) }
  }

  private func write(_ bytes: [UInt8], to file: String) throws {
    try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(fileURLWithPath: output + "/" + file))
  }
}

import ArgumentParser
import DeskCore
import MoodLearning

/// Trains the sentiment head alone, without some sources, and measures it on them.
struct Study: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Trains without some sources and measures on them.")

  @Option(help: "The folder with train, dev, extra and nc.") var data: String
  @Option(help: "The folder with the trainer's own texts.") var own: String
  @Option(parsing: .upToNextOption, help: "Sources to leave out.") var without: [String] = []
  @Option(help: "Passes over the data.") var passes = ScoreLearner.Settings().passes
  @Option(help: "Step size.") var rate = ScoreLearner.Settings().rate
  @Option(help: "Step size of dense places.") var denseRate = ScoreLearner.Settings().denseRate
  @Option(help: "Decay.") var decay = ScoreLearner.Settings().decay
  @Option(help: "Share of features left out.") var dropout = ScoreLearner.Settings().dropout
  @Option(help: "Power of source sizes.") var sizePower: Double = 0.6
  @Option(help: "Class balance.") var balance: Double = 1
  @Option(help: "Lines of the table of moods.") var lines = Recipe().grid.lines
  @Option(help: "Seed.") var seed: UInt64 = 1

  func run() throws {
    var recipe = Recipe()
    recipe.seed = seed
    recipe.grid = MoodGrid(lines: lines)
    recipe.sizePower = sizePower
    recipe.balance = balance
    recipe.sentiment = ScoreLearner.Settings(
      passes: passes, rate: rate, denseRate: denseRate, decay: decay, dropout: dropout)
    let corpus = try Corpus(data: data, own: own, corrections: nil)
    let left = Set(without)
    let trainer = SentimentTrainer(recipe: recipe, table: corpus.sources)
    let weights = trainer.train(corpus.sentiment.filter { !left.contains($0.source) }) { print($0) }
    let builder = ModelBuilder(recipe: recipe, name: "study-0") { _ in }
    let parts = builder.sentimentOnly(weights)
    let reader = try LoadedModel(parts).reader
    let rows =
      corpus.development.filter { $0.source != "airline" && $0.source != "armanemo" }
      + corpus.measuredOnly + corpus.sentiment.filter { left.contains($0.source) }
    let scores = SentimentScores(rows: rows) { reader.read($0.text, knownAs: $0.language) }
    for line in scores.lines { print(line) }
    for line in scores.summary { print(line) }
  }
}

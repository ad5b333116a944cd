import ArgumentParser
import DeskCore
import MoodLearning
import ShippedMood

/// Trains the intent head without some of the sources of complaints and measures it on them; and
/// the abuse head on its development texts.
struct SideStudy: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "side-study", abstract: "Measures intent on sources left out, and abuse.")

  @Option(help: "The folder with train, dev, extra and nc.") var data: String
  @Option(help: "The folder with the trainer's own texts.")
  var own = "Sources/crisisdesk-train/Training"
  @Option(help: "A model file whose sentiment is used.") var model: String?
  @Option(parsing: .upToNextOption, help: "Sources of complaints to leave out, one after another.")
  var without = ["apparel", "food", "retail", "services", "transport"]
  @Option(help: "Step size.") var rate: Float?
  @Option(help: "Decay.") var decay: Float?
  @Option(help: "Dropout.") var dropout: Float?
  @Option(help: "What a public complaint weighs.") var complaintWeight: Float?
  @Option(help: "What a hint weighs.") var hintWeight: Float?
  @Option(help: "Passes.") var passes: Int?
  @Option(help: "Dense step size.") var denseRate: Float?
  @Flag(help: "Measure abuse as well.") var abuse = false
  @Option(parsing: .upToNextOption, help: "Sources of abuse to leave out, one after another.")
  var withoutAbuse: [String] = []

  func run() throws {
    let model = try model.map { try MoodModel.mapped(path: $0) } ?? MoodModel.shipped()
    let reader = TrainedMoodReader(model: model)
    let corpus = try Corpus(data: data, own: own, corrections: nil)
    let trainer = SideTrainer(recipe: recipe(), table: corpus.sources) { row in
      let reading = reader.read(row.text, knownAs: row.language)
      return (reading.negative, reading.positive)
    }
    if abuse { measureAbuse(trainer, corpus) }
    let shifts: [Float] = [0, 0.3, 0.6, 0.9, 1.2, 1.6]
    var sums = [Double](repeating: 0, count: shifts.count)
    for name in without {
      var part = corpus
      part.intent.removeAll { $0.source.hasSuffix(name) }
      let weights = trainer.trainIntent(part) { _ in }
      let rows = corpus.intent.filter { $0.source.hasSuffix(name) }
      let figures = shifts.map { complaints(rows, weights, trainer, shift: $0).macroF1 }
      for (index, figure) in figures.enumerated() { sums[index] += figure }
      print(Columns.line(["en", name, "\(rows.count)"] + figures.prefix(4).map(Columns.figure)))
    }
    for (shift, sum) in zip(shifts, sums) {
      let mean = Columns.figure(sum / Double(without.count))
      print("complaints in domains left out, shifted by \(shift): F1 \(mean)")
    }
  }

  private func complaints(
    _ rows: [Row], _ weights: HeadWeights, _ trainer: SideTrainer, shift: Float
  ) -> Confusion {
    var confusion = Confusion(classes: 2)
    let examples = trainer.examples(rows)
    for (index, row) in rows.enumerated() {
      var scores = weights.scores(index, examples)
      scores[0] += shift
      let isComplaint = scores[0] > 0 && scores[0] >= max(scores[1], scores[2])
      confusion.add(truth: row.label == "complaint" ? 1 : 0, said: isComplaint ? 1 : 0)
    }
    return confusion
  }

  private func recipe() -> Recipe {
    var recipe = Recipe()
    if let complaintWeight { recipe.complaintWeight = complaintWeight }
    if let hintWeight { recipe.hintWeight = hintWeight }
    for head in [\Recipe.intent, \Recipe.abuse] {
      if let rate { recipe[keyPath: head].rate = rate }
      if let decay { recipe[keyPath: head].decay = decay }
      if let dropout { recipe[keyPath: head].dropout = dropout }
      if let passes { recipe[keyPath: head].passes = passes }
      if let denseRate { recipe[keyPath: head].denseRate = denseRate }
    }
    return recipe
  }

  /// The abuse head on its development texts; and on texts of each named source by a head that was
  /// trained without it, at several places of the border.
  private func measureAbuse(_ trainer: SideTrainer, _ corpus: Corpus) {
    print(Columns.line(["", "border shifted by", ""] + Self.borders.map { "\($0)" }))
    let weights = trainer.trainAbuse(corpus) { print($0) }
    for (key, rows) in Dictionary(grouping: corpus.abuseDevelopment, by: Self.abuseKey)
      .sorted(by: { $0.key < $1.key })
    {
      print(Columns.line(["", key, "\(rows.count)"] + abuseFigures(rows, weights, trainer)))
    }
    for name in withoutAbuse {
      var part = corpus
      part.abuse.removeAll { $0.source == name }
      let weights = trainer.trainAbuse(part) { _ in }
      let rows = corpus.abuse.filter { $0.source == name }
      print(Columns.line(["-", name, "\(rows.count)"] + abuseFigures(rows, weights, trainer)))
    }
  }

  private static let borders: [Float] = [-0.6, -0.3, 0, 0.3, 0.6]

  private static func abuseKey(_ row: Row) -> String { row.source + " " + row.language.rawValue }

  private func abuseFigures(
    _ rows: [Row], _ weights: HeadWeights, _ trainer: SideTrainer
  ) -> [String] {
    let examples = trainer.examples(rows)
    return Self.borders.map { border in
      var confusion = Confusion(classes: 2)
      for (index, row) in rows.enumerated() {
        let said = weights.scores(index, examples)[0] > border ? 1 : 0
        confusion.add(truth: row.label == "off" ? 1 : 0, said: said)
      }
      return Columns.figure(confusion.macroF1)
    }
  }
}

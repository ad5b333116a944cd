import ArgumentParser
import DeskCore
import MoodLearning
import ShippedMood

/// Measures how long one text takes on one core: all four answers.
struct Speed: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measures microseconds a text, for texts of 120 to 160 letters or a file's lines.")

  @Option(help: "The folder with dev; its texts of 120 to 160 letters are read.")
  var data: String?
  @Option(help: "A file with one text a line, read instead.") var texts: String?
  @Option(help: "A model file instead of the shipped one.") var model: String?
  @Option(help: "How often all texts are read; the fastest time counts.") var rounds = 7
  @Option(help: "How many texts are read in a round.") var count = 2000

  func run() throws {
    let clock = ContinuousClock()
    let opening = clock.now
    let model = try model.map { try MoodModel.mapped(path: $0) } ?? MoodModel.shipped()
    let reader = TrainedMoodReader(model: model)
    _ = reader.read("ready")
    let ready = clock.now - opening
    let lines = try Array(gather().prefix(count))
    var best = Duration.seconds(1_000_000)
    var check = 0.0
    for _ in 0..<rounds {
      let start = clock.now
      for text in lines { check += reader.read(text).negative }
      best = min(best, clock.now - start)
    }
    let micro = Self.microseconds(best) / Double(max(1, lines.count))
    let letters = lines.reduce(0) { $0 + $1.count } / max(1, lines.count)
    print("ready in \(Columns.figure(Self.microseconds(ready) / 1000)) ms")
    print(
      "\(lines.count) texts of \(letters) letters: \(Columns.figure(micro)) µs a text, "
        + "\(Int(1_000_000 / max(0.001, micro))) texts a second (\(check > 0 ? "read" : "empty"))")
  }

  private func gather() throws -> [String] {
    if let texts {
      return try GzipText.read(texts).split(separator: "\n").map(String.init)
    }
    guard let data else { return [] }
    let rows = try Row.readAll(in: data + "/dev").filter { (120...160).contains($0.text.count) }
    let order = rows.indices.map { $0 }.shuffled(seed: 7)
    return order.map { rows[$0].text }
  }

  private static func microseconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) * 1e6 + Double(duration.components.attoseconds) / 1e12
  }
}

import ArgumentParser
import DeskCore
import MoodLearning
import ShippedMood

/// Measures how long one text takes on one core: all four answers.
struct Speed: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measures microseconds a text: 120 to 160 letters, exactly 140, or a file's lines.")

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
    print("ready in \(Columns.figure(Self.microseconds(ready) / 1000)) ms")
    let lines = try gather()
    measure(reader, Array(lines.prefix(count)), clock)
    let exact = lines.filter { $0.count >= Self.letters }.map { String($0.prefix(Self.letters)) }
    if data != nil { measure(reader, Array(exact.prefix(count)), clock) }
  }

  /// What the benchmark's target names.
  private static let letters = 140

  private func measure(
    _ reader: TrainedMoodReader, _ lines: [String], _ clock: ContinuousClock
  ) {
    var best = Duration.seconds(1_000_000)
    var check = 0.0
    for _ in 0..<rounds {
      let start = clock.now
      for text in lines { check += reader.read(text).negative }
      best = min(best, clock.now - start)
    }
    let micro = Self.microseconds(best) / Double(max(1, lines.count))
    let letters = lines.map(\.count)
    let mean = letters.reduce(0, +) / max(1, lines.count)
    let isExact = letters.allSatisfy { $0 == mean }
    print(
      "\(lines.count) texts of \(isExact ? "exactly " : "")\(mean) letters: "
        + "\(Columns.figure(micro)) µs a text, "
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

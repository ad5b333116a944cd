import DeskConfiguration
import DeskCore
import Foundation
import ShippedMood

/// Which model reads moods on a desk.
enum MoodChoice {
  /// A model that cannot be used, in words for whoever chose it.
  struct Problem: Error, CustomStringConvertible {
    let file: String
    let error: MoodModelError

    var description: String {
      "\(file): \(error). Moods cannot be read with it; mend [mood] model in desk.toml."
    }
  }

  /// The model that ships with the program.
  static func shipped(brand: BrandLexicon = BrandLexicon()) throws -> TrainedMoodReader {
    TrainedMoodReader(model: try MoodModel.shipped(), brand: brand)
  }

  /// The model file a desk asks for; nil for the program's own model.
  static func file(_ configuration: DeskConfiguration, places: DeskPlaces) -> String? {
    let environment = ProcessInfo.processInfo.environment
    return configuration.moodModel.map { places.resolve($0, environment: environment) }
  }

  /// The model and words a desk asks for, and a name that differs whenever the same text may be read
  /// differently.
  static func reader(
    _ configuration: DeskConfiguration, places: DeskPlaces
  ) throws(Problem) -> (TrainedMoodReader, name: String) {
    let brand = BrandLexicon(words: configuration.words)
    let path = file(configuration, places: places)
    do throws(MoodModelError) {
      let reader = TrainedMoodReader(model: try model(path), brand: brand)
      return (reader, "\(reader.name)/\(reader.version)\(fingerprint(configuration, path))")
    } catch {
      throw Problem(file: path ?? "the program's own model", error: error)
    }
  }

  private static func model(_ path: String?) throws(MoodModelError) -> MoodModel {
    guard let path else { return try MoodModel.shipped() }
    return try MoodModel.mapped(path: path)
  }

  /// The words, and the file by its stamp; empty for the program as it comes.
  private static func fingerprint(_ configuration: DeskConfiguration, _ path: String?) -> String {
    var text = configuration.words.sorted { $0.key < $1.key }
      .map { "\($0.key)=\($0.value.name)" }.joined(separator: "\n")
    if let path, let facts = try? FileManager.default.attributesOfItem(atPath: path) {
      text += "\n\(path) \(facts[.size] ?? 0) \(facts[.modificationDate] ?? 0)"
    }
    guard !text.isEmpty else { return "" }
    let hash = text.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3
    }
    return "/" + String(hash, radix: 16)
  }
}

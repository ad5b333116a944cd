import DeskConfiguration
import Foundation

/// What a person does to have a desk read with a model file.
struct MoodAdvice {
  /// As desk.toml names it.
  private let name: String
  private let configurationFile: String
  private let isThere: Bool
  private let namesAnother: Bool

  init(_ session: DeskSession, file: String) {
    let places = session.places
    configurationFile = places.configurationFile
    let folder = URL(fileURLWithPath: places.configurationFolder).standardizedFileURL.path + "/"
    name = file.hasPrefix(folder) ? String(file.dropFirst(folder.count)) : file
    let environment = ProcessInfo.processInfo.environment
    let named = session.configuration.moodModel.map {
      URL(fileURLWithPath: places.resolve($0, environment: environment)).standardizedFileURL.path
    }
    isThere = named == file
    namesAnother = named != nil && !isThere
  }

  /// Words go to standard error, the lines for desk.toml to standard output.
  func give(json: Bool) {
    if isThere {
      Output.note(
        "\(configurationFile) names it already; a desk that is open takes it up by itself.")
      return
    }
    Output.note(
      namesAnother
        ? "In \(configurationFile), let [mood] name it instead of the one it names:"
        : "To read with it, put this into \(configurationFile):")
    if json { return Output.note(lines) }
    Output.line(lines)
  }

  private var lines: String {
    let escaped = name.replacingOccurrences(of: "\\", with: "\\\\")
      .replacingOccurrences(of: "\"", with: "\\\"")
    return "[mood]\nmodel = \"\(escaped)\""
  }
}

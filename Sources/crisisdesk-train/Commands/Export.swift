import ArgumentParser
import DeskCore

/// Prints development texts, one a line, for other programs to be measured on.
struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Prints the development texts of a language: label, source, text.")

  @Option(help: "The folder with dev and nc.") var data: String
  @Option(help: "The language.") var language = "en"

  func run() throws {
    for row in try Row.readAll(in: data + "/dev") where row.language.rawValue == language {
      print("\(row.label)\t\(row.source)\t\(row.text)")
    }
  }
}

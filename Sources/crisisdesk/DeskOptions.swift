import ArgumentParser
import DeskCore
import Foundation

/// What every verb that works on a desk takes.
struct DeskOptions: ParsableArguments {
  @Option(name: .customLong("desk"), help: "The desk's folder, instead of the XDG folders.")
  var folder: String?
  @Option(name: .customLong("as"), help: "Whose seat acts; else desk.toml's, else the login name.")
  var seatName: String?
  @Flag(help: "Print one JSON object a line.") var json = false

  /// Opens the desk, or says what is wrong with it and ends with exit code 3.
  func open() throws -> DeskSession {
    do {
      return try DeskSession(folder: folder, seat: seatName, json: json)
    } catch let error as ExitCode {
      throw error
    } catch {
      Output.note(Sentence.of(error))
      throw ExitCode.misconfigured
    }
  }
}

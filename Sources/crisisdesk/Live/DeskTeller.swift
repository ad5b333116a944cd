import DeskConfiguration
import DeskCore
import DeskServices
import DeskUI
import Foundation

/// Tells people outside the desk as `desk.toml` says: by a command, by a line in a file, or both.
struct DeskTeller: Teller {
  let configuration: TellConfiguration
  /// The desk's name, so that somebody with several knows which one it is.
  let desk: String
  /// The file to which lines are added; nil for none.
  let file: String?
  let offset: @Sendable (Timestamp) -> Int

  func tell(_ admitted: Admitted) async throws(TellProblem) {
    let text = admitted.item.content.text
    // The command blocks; it has a thread of its own meanwhile.
    let problem = await withCheckedContinuation { continuation in
      let (configuration, file) = (configuration, file)
      Thread.detachNewThread {
        var problems: [String] = []
        if let file, let why = TellCommand.append(Self.line(text), to: file) {
          problems.append(why)
        }
        if let line = configuration.command {
          let command = TellCommand(
            line: line, seconds: configuration.seconds,
            environment: ProcessInfo.processInfo.environment)
          let why = command.run(text + "\n")
          if let why { problems.append("the command: \(why)") }
        }
        continuation.resume(returning: problems.joined(separator: "; "))
      }
    }
    if !problem.isEmpty { throw TellProblem(words: problem) }
  }

  /// The words as one line of a file.
  private static func line(_ text: String) -> String {
    text.split(separator: "\n").joined(separator: " | ")
  }

  func words(of news: DeskNews, to contacts: [String]) -> String {
    let words = CommandLineWords(now: .now, offset: offset)
    let told =
      switch news {
      case .moved(let move): words.moved(move, desk: desk)
      case .alert(let alert): words.alert(alert, desk: desk)
      }
    let to = contacts.isEmpty ? [] : ["to: " + contacts.joined(separator: ", ")]
    return (told + to).joined(separator: "\n")
  }
}

extension DeskSession {
  /// What tells people outside the desk; nil when nobody is to be told.
  var telling: TellService? {
    guard configuration.tell.isUsable else { return nil }
    let file = configuration.tell.file.map {
      places.resolve($0, environment: ProcessInfo.processInfo.environment)
    }
    let zone = zone
    let teller = DeskTeller(
      configuration: configuration.tell, desk: configuration.name, file: file,
      offset: { zone?.offsetSeconds(at: $0) ?? 0 })
    return TellService(
      store: store, rules: configuration.levels,
      alerts: TellService.AlertTelling(
        severity: configuration.tell.severity, contacts: configuration.tell.alerts),
      teller: teller, clock: clock)
  }
}

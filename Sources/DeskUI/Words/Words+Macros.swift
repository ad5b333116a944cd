import DeskCore
import TerminalUI

extension Words {
  static let macrosTitle = "Macros"
  static let noMacros = "no macros: they stand in the file macros beside desk.toml"
  static let macroAsks = "it asks a question; give the answer in the file"
  static func noMacro(_ name: String, _ known: [String]) -> String {
    "no macro is called \(SafeText.line(name)): \(known.prefix(8).joined(separator: ", "))"
  }
  static func macroRan(_ macro: Macro) -> String { "\(macro.name): done" }
  static func macroStopped(_ macro: Macro, _ step: Macro.Step, _ why: String) -> String {
    "\(macro.name) stopped at line \(step.line), \(SafeText.line(step.description)): \(why)"
  }

  /// A macro with its steps, in one line.
  static func macroChoice(_ macro: Macro) -> String {
    macro.name + "  " + macro.steps.map { SafeText.line($0.description) }.joined(separator: "  ")
  }

  /// What a macro would do now, step by step, and to what.
  static func rehearsal(
    _ rehearsal: MacroRehearsal<String>, on count: Int, name: String
  ) -> [String] {
    let lines = rehearsal.lines.map { line -> String in
      let step = SafeText.line(line.step.description)
      switch line.fate {
      case .runs: return "  runs   \(step)"
      case .refused(let why): return "  STOPS  \(step)  \(why)"
      case .notReached: return "         \(step)"
      }
    }
    let what = count == 1 ? "1 mention" : "\(count) mentions"
    return ["\(name) on \(what):"] + lines + [
      "", "Enter runs it, one z takes back what can be; Esc leaves",
    ]
  }

  /// What is wrong with a line of the file.
  static func macroProblem(_ kind: MacroProblem.Kind) -> String {
    switch kind {
    case .noMacro: "a command before the first [name]"
    case .badName(let name):
      "[\(SafeText.line(name))] is no name: small letters, digits and - alone"
    case .takenName(let name): "[\(SafeText.line(name))] is taken, by a macro or an act"
    case .noCommand(let text): "\(SafeText.line(text)) is no command: it begins with a colon"
    case .unknownCommand(let name, let nearest):
      "there is no :\(SafeText.line(name))" + (nearest.map { "; did you mean :\($0)?" } ?? "")
    case .forbiddenCommand(let name): ":\(name) is a person's decision and stands in no macro"
    case .openQuote: "a quote is not closed"
    case .empty(let name): "[\(name)] has no commands"
    case .tooLong(let name, let limit): "[\(name)] has more than \(limit) commands"
    }
  }
}

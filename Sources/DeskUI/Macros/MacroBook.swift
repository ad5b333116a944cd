public import DeskCore

/// The macros of a desk, as their file has them: which acts they may name, and what is wrong.
public struct MacroBook: Sendable {
  /// The macros without mistakes, in the order of the file.
  public let macros: [Macro]
  /// What is wrong with the file, each with its line, in words.
  public let problems: [String]

  /// A book without macros.
  public init() { (macros, problems) = ([], []) }

  /// Reads the text of a file that is called `name`.
  public init(text: String, name: String) {
    let commands = Set(Verb.allCases.map(\.rawValue))
    let file = MacroFile(text, commands: commands, forbidden: Self.forbidden)
    macros = file.macros
    problems = file.problems.map { "\(name):\($0.line): \(Words.macroProblem($0.kind))" }
  }

  /// Acts that ask a person for a decision, lead out of the desk, or would run a macro in a macro.
  static let forbidden: Set<String> = Set(
    [
      Verb.pause, .pauseAll, .pauseReason, .resume, .level, .acceptLevel, .approve, .editText,
      .override, .sendBack, .post, .drop, .deleteSent, .wasSent, .notSent, .retry, .steal,
      .undo, .redo, .repeat, .command, .help, .macro, .suspend, .cancel, .quit,
    ].map(\.rawValue))
}

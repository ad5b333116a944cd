/// A row of `:commands` that one key runs, as one step of undo.
public struct Macro: Hashable, Sendable {
  /// One command.
  public struct Step: Hashable, Sendable, CustomStringConvertible {
    /// The name without colon.
    public let name: String
    /// What follows it, quotes taken off.
    public let arguments: [String]
    /// The line of the file, from 1.
    public let line: Int

    /// Makes a step.
    public init(name: String, arguments: [String] = [], line: Int) {
      self.name = name
      self.arguments = arguments
      self.line = line
    }

    /// The command as it would be typed.
    public var description: String {
      ([":" + name] + arguments.map(Self.quoted)).joined(separator: " ")
    }

    private static func quoted(_ argument: String) -> String {
      let isPlain =
        !argument.isEmpty && !argument.contains { $0.isWhitespace || "\"\\#".contains($0) }
      if isPlain { return argument }
      let escaped = argument.reduce(into: "") { text, character in
        text += "\"\\".contains(character) ? "\\\(character)" : String(character)
      }
      return "\"\(escaped)\""
    }
  }

  /// Its name.
  public let name: String
  /// The commands, in order; at least one and at most ``limit``.
  public let steps: [Step]

  /// The most commands in one macro.
  public static let limit = 32

  /// Makes a macro.
  public init(name: String, steps: [Step]) {
    self.name = name
    self.steps = steps
  }
}

/// What is wrong with a file of macros, and where.
public struct MacroProblem: Error, Hashable, Sendable {
  /// The kinds of mistake.
  public enum Kind: Hashable, Sendable {
    /// A command comes before the first `[name]`.
    case noMacro
    /// A name that is empty, or holds more than small letters, digits and `-`.
    case badName(String)
    /// A name that was given before, or that is a command's.
    case takenName(String)
    /// A line that is neither `[name]` nor `:command`.
    case noCommand(String)
    /// A command that does not exist; the nearest one that does.
    case unknownCommand(String, nearest: String?)
    /// A command that a macro may not hold, because it asks a person for a decision.
    case forbiddenCommand(String)
    /// A quote that is not closed.
    case openQuote
    /// A macro without commands.
    case empty(String)
    /// A macro with more commands than allowed.
    case tooLong(String, limit: Int)
  }

  /// The line, from 1.
  public let line: Int
  /// The mistake.
  public let kind: Kind

  /// Makes a problem.
  public init(line: Int, kind: Kind) {
    self.line = line
    self.kind = kind
  }
}

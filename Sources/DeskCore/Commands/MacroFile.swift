/// A file of macros: `[name]`, then a line with a `:command` for each step. `#` begins a remark.
///
/// ```
/// [parcel-late]
/// :claim
/// :saved late
/// :snooze +1h
/// ```
public struct MacroFile: Hashable, Sendable {
  /// The macros without mistakes, in the order of the file.
  public let macros: [Macro]
  /// Every mistake, in the order of the lines.
  public let problems: [MacroProblem]

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - text: what is in it.
  ///   - commands: the names that exist. Macros are not among them, so no macro can call another.
  ///   - forbidden: those that a macro may not hold, such as `resume`.
  public init(_ text: String, commands: Set<String>, forbidden: Set<String> = []) {
    var parser = MacroParser(commands: commands, forbidden: forbidden)
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() { parser.take(line, number: index + 1) }
    parser.close()
    macros = parser.macros
    problems = parser.problems.sorted { $0.line < $1.line }
  }
}

/// Reads the lines of a file of macros one by one and goes on after a mistake.
private struct MacroParser {
  private let commands: Set<String>
  private let forbidden: Set<String>
  private(set) var macros: [Macro] = []
  private(set) var problems: [MacroProblem] = []
  private var names: Set<String> = []
  private var current: (name: String, line: Int, steps: [Macro.Step], isSound: Bool)?

  init(commands: Set<String>, forbidden: Set<String>) {
    self.commands = commands
    self.forbidden = forbidden
  }

  mutating func take(_ line: Substring, number: Int) {
    guard let words = CommandWords(line)?.words else { return note(number, .openQuote) }
    guard let first = words.first else { return }
    if first.hasPrefix("[") {
      open(words.joined(separator: " "), number)
    } else if current == nil {
      note(number, .noMacro)
    } else if first.hasPrefix(":"), first.count > 1 {
      add(String(first.dropFirst()), Array(words.dropFirst()), number)
    } else {
      note(number, .noCommand(first))
    }
  }

  mutating func close() {
    guard let macro = current else { return }
    current = nil
    if macro.steps.isEmpty, macro.isSound {
      problems.append(MacroProblem(line: macro.line, kind: .empty(macro.name)))
    } else if macro.steps.count > Macro.limit {
      problems.append(
        MacroProblem(line: macro.line, kind: .tooLong(macro.name, limit: Macro.limit)))
    } else if macro.isSound {
      macros.append(Macro(name: macro.name, steps: macro.steps))
    }
  }

  private mutating func open(_ header: String, _ number: Int) {
    close()
    let name = String(header.dropFirst().prefix { $0 != "]" })
    current = (name, number, [], true)
    let isName =
      header == "[\(name)]" && !name.isEmpty
      && name.utf8.allSatisfy {
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
      }
    if !isName {
      note(number, .badName(name))
    } else if commands.contains(name) || !names.insert(name).inserted {
      note(number, .takenName(name))
    }
  }

  private mutating func add(_ name: String, _ arguments: [String], _ number: Int) {
    if !commands.contains(name) {
      note(number, .unknownCommand(name, nearest: Spelling.nearest(to: name, in: commands)))
    } else if forbidden.contains(name) {
      note(number, .forbiddenCommand(name))
    } else {
      current?.steps.append(Macro.Step(name: name, arguments: arguments, line: number))
    }
  }

  private mutating func note(_ line: Int, _ kind: MacroProblem.Kind) {
    problems.append(MacroProblem(line: line, kind: kind))
    current?.isSound = false
  }
}

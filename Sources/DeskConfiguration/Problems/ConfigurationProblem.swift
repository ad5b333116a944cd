/// One mistake in a configuration or theme file: where it is and what is wrong.
public struct ConfigurationProblem: Error, Hashable, Sendable {
  /// What is wrong; the sentence for it is made in `description` and nowhere else.
  public enum Fact: Hashable, Sendable {
    /// The file cannot be read; the words are the system's.
    case unreadable(String)
    /// The file is not TOML; the words are the parser's.
    case syntax(String)
    /// There is no such key here; perhaps another was meant.
    case unknownKey(String, suggestion: String?)
    /// A key that must be there is not.
    case missing(String, expected: String)
    /// A value is not of the kind or in the range that is needed.
    case wrong(key: String, found: String, expected: String)
    /// Keys of which exactly one may be given.
    case exactlyOne(of: [String], found: [String])
    /// A secret stands in the file itself.
    case literalSecret(String)
    /// The same name was given twice.
    case twice(key: String, value: String)
    /// A theme inherits from itself, by way of others perhaps.
    case circle([String])
  }

  /// The file's name as the person knows it.
  public let file: String
  /// The line, 1 for the first; nil when it is about the file as a whole.
  public let line: Int?
  /// What is wrong.
  public let fact: Fact

  /// Makes a problem.
  public init(file: String, line: Int?, fact: Fact) {
    self.file = file
    self.line = line
    self.fact = fact
  }
}

extension ConfigurationProblem: CustomStringConvertible {
  /// The problem as one sentence that begins with file and line.
  public var description: String {
    let place = line.map { "\(file):\($0)" } ?? file
    return "\(place): \(sentence)"
  }

  private var sentence: String {
    switch fact {
    case .unreadable(let reason): "cannot be read: \(reason)"
    case .syntax(let reason): "not valid TOML: \(reason)"
    case .unknownKey(let key, let suggestion):
      "\"\(key)\" is not known here" + (suggestion.map { "; did you mean \"\($0)\"?" } ?? "")
    case .missing(let key, let expected): "\"\(key)\" is missing; expected \(expected)"
    case .wrong(let key, let found, let expected):
      "\"\(key)\" is \(found); expected \(expected)"
    case .exactlyOne(let keys, let found):
      "expected exactly one of \(Self.list(keys)); found "
        + (found.isEmpty ? "none" : Self.list(found))
    case .literalSecret(let key):
      "\"\(key)\" would keep a secret in this file; put it into a file that only you can read and "
        + "name that with \"\(key)_file\", or use \"\(key)_env\" or \"\(key)_command\""
    case .twice(let key, let value): "\"\(key)\" is \"\(value)\" twice; each must be different"
    case .circle(let names): "themes inherit in a circle: \(names.joined(separator: " → "))"
    }
  }

  private static func list(_ keys: [String]) -> String {
    keys.map { "\"\($0)\"" }.joined(separator: ", ")
  }
}

/// Every mistake found in one file, in order of lines; never empty.
public struct ConfigurationProblems: Error, Hashable, Sendable, CustomStringConvertible {
  /// The mistakes.
  public let all: [ConfigurationProblem]

  /// Makes a list; sorts it by line.
  public init(_ problems: [ConfigurationProblem]) {
    all = problems.sorted { ($0.line ?? 0, $0.description) < ($1.line ?? 0, $1.description) }
  }

  /// One mistake a line.
  public var description: String { all.map(\.description).joined(separator: "\n") }
}

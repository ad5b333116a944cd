/// Where an account's token comes from; never from an argument or from the configuration itself.
public enum TokenSource: Hashable, Sendable {
  /// The first line of a file that only its owner may read; relative to `desk.toml`.
  case file(String)
  /// An environment variable.
  case environment(String)
  /// The first line that a command prints.
  case command(String)

  /// The key in `desk.toml`.
  public var key: String {
    switch self {
    case .file: "token_file"
    case .environment: "token_env"
    case .command: "token_command"
    }
  }

  /// What stands behind the key.
  public var value: String {
    switch self {
    case .file(let value), .environment(let value), .command(let value): value
    }
  }

  /// Reads which one an account names; exactly one must be there, and never the token itself.
  static func read(_ section: inout SectionReader) -> TokenSource? {
    if section.node("token") != nil {
      section.note("token", .literalSecret("token"))
      for key in ["token_file", "token_env", "token_command"] { _ = section.node(key) }
      return nil
    }
    let sources: [TokenSource] = [
      section.string("token_file", expected: "a path") { !$0.isEmpty }.map { .file($0) },
      section.string("token_env", expected: "the name of a variable", where: isVariable)
        .map { .environment($0) },
      section.string("token_command", expected: "a command line") { !$0.isEmpty }
        .map { .command($0) },
    ].compactMap(\.self)
    let keys = ["token_file", "token_env", "token_command"]
    let given = keys.filter { section.node($0) != nil }
    if given.count == 1 { return sources.first }
    section.note(given.last ?? "id", .exactlyOne(of: keys, found: given))
    return nil
  }

  private static func isVariable(_ text: String) -> Bool {
    guard let first = text.first, first.isASCII, first.isLetter || first == "_" else {
      return false
    }
    return text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
  }
}

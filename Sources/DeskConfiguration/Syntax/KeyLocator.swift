/// Finds the line on which a key of a TOML file stands.
///
/// The parser keeps no positions of values, so this reads headers and the keys at the beginnings of
/// lines; it skips what is inside multi-line texts and lists. The file has been parsed before, so
/// that anything odd here costs at most a line number, never a value.
struct KeyLocator {
  private var lines: [[String]: Int] = [:]
  private var counts: [[String]: Int] = [:]
  private var section: [String] = []
  private var depth = 0
  private var fence: String?

  /// Reads a whole file.
  init(_ text: String) {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() { read(line, number: index + 1) }
  }

  /// The line of a path such as `["account", "0", "id"]`, or of the nearest key above it.
  func line(of path: [String]) -> Int {
    var path = path
    while !path.isEmpty {
      if let line = lines[path] { return line }
      path.removeLast()
    }
    return 1
  }

  private mutating func read(_ line: Substring, number: Int) {
    let isContinuation = depth > 0 || fence != nil
    let trimmed = line.drop { $0 == " " || $0 == "\t" }
    if !isContinuation, trimmed.hasPrefix("[") {
      enter(trimmed, number: number)
    } else if isContinuation {
      measure(trimmed)
    } else if let (path, rest) = Self.key(of: trimmed) {
      note(section + path, number: number)
      measure(rest)
    }
  }

  private mutating func enter(_ header: Substring, number: Int) {
    let isList = header.hasPrefix("[[")
    var path = Self.path(header.dropFirst(isList ? 2 : 1), endingAt: "]").path
    if isList {
      let index = counts[path, default: 0]
      counts[path] = index + 1
      note(path, number: number)
      path.append(String(index))
    } else if let last = path.indices.last(where: { counts[Array(path[...$0])] != nil }) {
      // `[account.sub]` belongs to the newest `[[account]]`.
      path.insert(String((counts[Array(path[...last])] ?? 1) - 1), at: last + 1)
    }
    section = path
    note(path, number: number)
  }

  private mutating func note(_ path: [String], number: Int) {
    for length in path.indices where lines[Array(path[...length])] == nil {
      lines[Array(path[...length])] = number
    }
  }

  /// Follows brackets and multi-line texts to the end of a line.
  private mutating func measure(_ text: Substring) {
    var rest = text
    var quote: Character?
    while let character = rest.first {
      if let open = fence {
        guard let end = rest.firstRange(of: open) else { return }
        rest = rest[end.upperBound...]
        fence = nil
        continue
      }
      if quote == nil, rest.hasPrefix("\"\"\"") || rest.hasPrefix("'''") {
        fence = String(rest.prefix(3))
        rest = rest.dropFirst(3)
        continue
      }
      if let open = quote {
        if character == "\\", open == "\"" { rest = rest.dropFirst() }
        if character == open { quote = nil }
      } else {
        switch character {
        case "\"", "'": quote = character
        case "#": return
        case "[", "{": depth += 1
        case "]", "}": depth -= 1
        default: break
        }
      }
      rest = rest.dropFirst()
    }
  }

  private static func key(of line: Substring) -> (path: [String], rest: Substring)? {
    guard let first = line.first, first != "#" else { return nil }
    let (path, rest) = path(line, endingAt: "=")
    return path.isEmpty ? nil : (path, rest)
  }

  /// Splits a dotted key, quoted parts included.
  private static func path(_ text: Substring, endingAt end: Character) -> (
    path: [String], rest: Substring
  ) {
    var path: [String] = []
    var part = ""
    var quote: Character?
    var rest = text
    while let character = rest.popFirst() {
      if let open = quote {
        if character == open { quote = nil } else { part.append(character) }
      } else if character == "\"" || character == "'" {
        quote = character
      } else if character == "." || character == end {
        path.append(part)
        part = ""
        if character == end { return (path, rest) }
      } else if character != " ", character != "\t" {
        part.append(character)
      }
    }
    return ([], rest)
  }
}

/// A configuration file as a tree of values, with the line on which each key stands.
struct ConfigurationDocument {
  /// The file's name as people know it, for messages.
  let file: String
  /// The values.
  let root: [String: ConfigurationNode]
  private let lines: [[String]: Int]

  /// Reads TOML; throws where the text is not TOML at all.
  init(_ text: String, file: String) throws(ConfigurationProblem) {
    self.file = file
    var reader = TOMLReader(text, file: file)
    root = try reader.read()
    lines = reader.lines
  }

  /// The line of a key, 1 for the first; the nearest enclosing key's where it has none of its own.
  func line(of path: [String]) -> Int {
    var path = path
    while !path.isEmpty {
      if let line = lines[path] { return line }
      path.removeLast()
    }
    return 1
  }
}

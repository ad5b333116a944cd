/// Reads a TOML 1.0 file and remembers the line of every key.
///
/// Dates are recognised and not understood, because no key here takes one.
struct TOMLReader {
  /// The line of each key by its path, such as `["account", "0", "id"]`; 1 is the first line.
  private(set) var lines: [[String]: Int] = [:]
  var scanner: TOMLScanner

  /// Makes a reader of a whole file.
  init(_ text: String, file: String) { scanner = TOMLScanner(text, file: file) }

  /// Reads the file to its end; throws the first place that is not TOML.
  mutating func read() throws(ConfigurationProblem) -> [String: ConfigurationNode] {
    let root = TOMLTable(origin: .header, path: [])
    var current = root
    while true {
      scanner.skipBlankLines()
      guard let byte = scanner.peek else { return root.nodes }
      if byte == UInt8(ascii: "[") {
        current = try header(in: root)
      } else {
        try assignment(in: current, depth: 0)
      }
      try scanner.endLine()
    }
  }

  private mutating func header(in root: TOMLTable) throws(ConfigurationProblem) -> TOMLTable {
    let line = scanner.line
    scanner.advance()
    let isList = scanner.take("[")
    var key = try scanner.key()
    scanner.skipSpaces()
    guard scanner.take("]"), !isList || scanner.take("]") else {
      throw scanner.problem("a section's name ends with \(isList ? "]]" : "]")")
    }
    let last = key.removeLast()
    let parent = try descend(from: root, key, creating: .implied, line: line)
    return isList
      ? try append(last, to: parent, line: line) : try define(last, in: parent, line: line)
  }

  private mutating func define(_ name: String, in parent: TOMLTable, line: Int)
    throws(ConfigurationProblem) -> TOMLTable
  {
    switch parent.entries[name] {
    case nil:
      let table = TOMLTable(origin: .header, path: parent.path + [name])
      parent.entries[name] = .table(table)
      note(table.path, line)
      return table
    case .table(let table) where table.origin == .implied:
      table.origin = .header
      lines[table.path] = line
      return table
    default: throw scanner.problem("\"\(name)\" is defined twice", line: line)
    }
  }

  private mutating func append(_ name: String, to parent: TOMLTable, line: Int)
    throws(ConfigurationProblem) -> TOMLTable
  {
    var tables: [TOMLTable] = []
    switch parent.entries[name] {
    case nil: note(parent.path + [name], line)
    case .list(let known): tables = known
    default: throw scanner.problem("\"\(name)\" is defined twice", line: line)
    }
    let table = TOMLTable(origin: .header, path: parent.path + [name, String(tables.count)])
    note(table.path, line)
    parent.entries[name] = .list(tables + [table])
    return table
  }

  /// Reads `key = value` into a table.
  private mutating func assignment(in table: TOMLTable, depth: Int) throws(ConfigurationProblem) {
    let line = scanner.line
    var key = try scanner.key()
    let last = key.removeLast()
    scanner.skipSpaces()
    guard scanner.take("=") else { throw scanner.problem("expected = after \"\(last)\"") }
    let parent = try descend(from: table, key, creating: .dotted, line: line)
    guard parent.entries[last] == nil else {
      throw scanner.problem("\"\(last)\" is given twice", line: line)
    }
    let path = parent.path + [last]
    note(path, line)
    scanner.skipSpaces()
    parent.entries[last] = .value(try value(at: path, depth: depth))
  }

  private mutating func descend(
    from table: TOMLTable, _ path: [String], creating origin: TOMLTable.Origin, line: Int
  ) throws(ConfigurationProblem) -> TOMLTable {
    var table = table
    for part in path {
      switch table.entries[part] {
      case nil:
        let inner = TOMLTable(origin: origin, path: table.path + [part])
        note(inner.path, line)
        table.entries[part] = .table(inner)
        table = inner
      case .table(let inner) where origin != .dotted || inner.origin != .header: table = inner
      case .list(let tables) where origin != .dotted: table = tables.last ?? table
      default: throw scanner.problem("\"\(part)\" is defined already", line: line)
      }
    }
    return table
  }

  private mutating func note(_ path: [String], _ line: Int) {
    if lines[path] == nil { lines[path] = line }
  }

  private mutating func value(at path: [String], depth: Int) throws(ConfigurationProblem)
    -> ConfigurationNode
  {
    guard depth < 32 else { throw scanner.problem("lists and tables go too deep") }
    if scanner.take("[") { return try list(at: path, depth: depth) }
    if scanner.take("{") { return try inlineTable(at: path, depth: depth) }
    return try scanner.scalar()
  }

  private mutating func list(at path: [String], depth: Int) throws(ConfigurationProblem)
    -> ConfigurationNode
  {
    var nodes: [ConfigurationNode] = []
    let start = scanner.line
    while true {
      scanner.skipBlankLines()
      if scanner.take("]") { return .array(nodes) }
      note(path + [String(nodes.count)], scanner.line)
      nodes.append(try value(at: path + [String(nodes.count)], depth: depth + 1))
      scanner.skipBlankLines()
      if scanner.take("]") { return .array(nodes) }
      guard scanner.take(",") else {
        throw scanner.problem("expected , or ] in the list that begins in line \(start)")
      }
    }
  }

  private mutating func inlineTable(at path: [String], depth: Int) throws(ConfigurationProblem)
    -> ConfigurationNode
  {
    let table = TOMLTable(origin: .header, path: path)
    scanner.skipSpaces()
    if scanner.take("}") { return .table([:]) }
    while true {
      scanner.skipSpaces()
      try assignment(in: table, depth: depth + 1)
      scanner.skipSpaces()
      if scanner.take("}") { return .table(table.nodes) }
      guard scanner.take(",") else { throw scanner.problem("expected , or } in the table") }
    }
  }
}

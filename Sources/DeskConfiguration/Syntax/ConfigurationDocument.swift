import TOMLKit

/// A configuration file as a tree of values, with the line on which each key stands.
struct ConfigurationDocument {
  /// The file's name as people know it, for messages.
  let file: String
  /// The values.
  let root: [String: ConfigurationNode]
  private let locator: KeyLocator

  /// Reads TOML; throws where the text is not TOML at all.
  init(_ text: String, file: String) throws(ConfigurationProblem) {
    self.file = file
    locator = KeyLocator(text)
    do {
      root = Self.entries(of: try TOMLTable(string: text))
    } catch let error as TOMLParseError {
      throw ConfigurationProblem(
        file: file, line: max(1, error.source.begin.line), fact: .syntax(error.description))
    } catch {
      throw ConfigurationProblem(file: file, line: 1, fact: .syntax("not readable as TOML"))
    }
  }

  /// The line of a key, 1 for the first; the nearest enclosing key's where it has none of its own.
  func line(of path: [String]) -> Int { locator.line(of: path) }

  private static func entries(of table: TOMLTable) -> [String: ConfigurationNode] {
    var entries: [String: ConfigurationNode] = [:]
    for key in table.keys {
      if let value = table[key] { entries[key] = node(value) }
    }
    return entries
  }

  private static func node(_ value: any TOMLValueConvertible) -> ConfigurationNode {
    switch value.type {
    case .table: .table(value.table.map(entries(of:)) ?? [:])
    case .array: .array(value.array.map { $0.map(node) } ?? [])
    case .string: .string(value.string ?? "")
    case .int: .integer(value.int ?? 0)
    case .double: .number(value.double ?? 0)
    case .bool: .boolean(value.bool ?? false)
    case .date, .time, .dateTime: .date
    }
  }
}

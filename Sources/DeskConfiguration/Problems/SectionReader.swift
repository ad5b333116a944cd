/// Takes values out of one table of a file and remembers every mistake on the way.
struct SectionReader {
  /// The mistakes so far.
  private(set) var problems: [ConfigurationProblem] = []
  private let document: ConfigurationDocument
  private let path: [String]
  private let table: [String: ConfigurationNode]
  private var known: Set<String> = []

  /// Reads the table at `path`, which has been found already.
  init(
    _ document: ConfigurationDocument, path: [String] = [],
    table: [String: ConfigurationNode]
  ) {
    self.document = document
    self.path = path
    self.table = table
  }

  /// The keys that are there, in order of lines.
  var keys: [String] { table.keys.sorted { (line(of: $0), $0) < (line(of: $1), $1) } }

  /// The line of a key, or of the table where the key is not there.
  func line(of key: String) -> Int { document.line(of: path + [key]) }

  /// A value as it is; marks the key as known.
  mutating func node(_ key: String) -> ConfigurationNode? {
    known.insert(key)
    return table[key]
  }

  /// A text; nil when there is none or it is wrong.
  mutating func string(_ key: String, expected: String = "a text in quotes") -> String? {
    guard let node = node(key) else { return nil }
    guard case .string(let text) = node else {
      wrong(key, found: node.kind, expected: expected)
      return nil
    }
    return text
  }

  /// A text that is not empty and that `isValid` accepts.
  mutating func string(_ key: String, expected: String, where isValid: (String) -> Bool) -> String?
  {
    guard let text = string(key, expected: expected) else { return nil }
    guard isValid(text) else {
      wrong(key, found: "\"\(text)\"", expected: expected)
      return nil
    }
    return text
  }

  /// A whole number in a range.
  mutating func integer(_ key: String, in range: ClosedRange<Int>, unit: String) -> Int? {
    guard let node = node(key) else { return nil }
    let expected = "a whole number of \(unit), \(range.lowerBound) to \(range.upperBound)"
    guard case .integer(let number) = node else {
      wrong(key, found: node.kind, expected: expected)
      return nil
    }
    guard range.contains(number) else {
      wrong(key, found: String(number), expected: expected)
      return nil
    }
    return number
  }

  /// True or false.
  mutating func boolean(_ key: String) -> Bool? {
    guard let node = node(key) else { return nil }
    guard case .boolean(let value) = node else {
      wrong(key, found: node.kind, expected: "true or false")
      return nil
    }
    return value
  }

  /// A list of texts, none of them empty; one text alone counts as a list of one.
  mutating func strings(_ key: String) -> [String] {
    let expected = "a list of texts such as [\"one\", \"two\"]"
    switch node(key) {
    case nil: return []
    case .string(let text) where !text.isEmpty: return [text]
    case .array(let nodes):
      var texts: [String] = []
      for node in nodes {
        if case .string(let text) = node, !text.isEmpty {
          texts.append(text)
        } else {
          wrong(key, found: "a list with \(node.kind) in it", expected: expected)
          return []
        }
      }
      return texts
    case .some(let node):
      wrong(key, found: node.kind, expected: expected)
      return []
    }
  }

  /// A reader for a table inside this one; an empty one when there is none.
  mutating func section(_ key: String) -> SectionReader {
    var inner: [String: ConfigurationNode] = [:]
    if let node = node(key) {
      if case .table(let found) = node {
        inner = found
      } else {
        wrong(
          key, found: node.kind, expected: "a section [\((path + [key]).joined(separator: "."))]")
      }
    }
    return SectionReader(document, path: path + [key], table: inner)
  }

  /// Readers for each table of a list such as `[[account]]`.
  mutating func sections(_ key: String) -> [SectionReader] {
    guard let node = node(key) else { return [] }
    guard case .array(let nodes) = node else {
      wrong(key, found: node.kind, expected: "sections that begin with [[\(key)]]")
      return []
    }
    var readers: [SectionReader] = []
    for (index, node) in nodes.enumerated() {
      if case .table(let table) = node {
        let inner = path + [key, String(index)]
        readers.append(SectionReader(document, path: inner, table: table))
      } else {
        wrong(key, found: "a list with \(node.kind) in it", expected: "sections [[\(key)]]")
      }
    }
    return readers
  }

  /// Notes that a value is not what it should be.
  mutating func wrong(_ key: String, found: String, expected: String) {
    note(key, .wrong(key: key, found: found, expected: expected))
  }

  /// Notes any mistake at a key.
  mutating func note(_ key: String, _ fact: ConfigurationProblem.Fact) {
    problems.append(ConfigurationProblem(file: document.file, line: line(of: key), fact: fact))
  }

  /// Takes over what a reader of an inner table found.
  mutating func absorb(_ inner: SectionReader) { problems += inner.problems }

  /// Ends the reading: whatever nobody asked for is a mistake.
  mutating func finish() {
    for key in keys where !known.contains(key) {
      let suggestion = Suggestion.nearest(to: key, among: known)
      note(key, .unknownKey(key, suggestion: suggestion))
    }
  }
}

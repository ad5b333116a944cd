import Testing

@testable import DeskConfiguration

@Suite struct TOMLReaderTests {
  static let values: [(text: String, node: ConfigurationNode)] = [
    ("1_000", .integer(1000)), ("-17", .integer(-17)), ("0xFF", .integer(255)),
    ("0b101", .integer(5)), ("3.5", .number(3.5)), ("1e3", .number(1000)),
    ("true", .boolean(true)), ("2026-01-31", .date), ("2026-01-31 09:15:00Z", .date),
    ("09:15:00", .date), ("'C:\\n'", .string("C:\\n")), ("\"a\\u0416\\n\"", .string("aЖ\n")),
    ("\"\"\"\na\\\n  b\"\"\"\"", .string("ab\"")), ("'''x'y'''", .string("x'y")),
    ("[1, [2], # c\n 3,]", .array([.integer(1), .array([.integer(2)]), .integer(3)])),
    ("{ a.b = 1, c = '' }", .table(["a": .table(["b": .integer(1)]), "c": .string("")])),
  ]

  @Test(arguments: values.indices) func valueIsRead(_ index: Int) throws {
    let (text, node) = Self.values[index]
    var reader = TOMLReader("x = \(text) # after\r\ny = 1", file: "f")
    #expect(try reader.read() == ["x": node, "y": .integer(1)])
  }

  @Test(arguments: [
    "x", "x =", "x = ]", "x = 01", "x = 1__2", "x = yes", "x = \"a\nb\"", "x = \"\\q\"",
    "x = \"\\uD800\"", "x = [1", "x = [1 2]", "x = {a=1", "x = 1 y = 2", "[", "[]", "[a", "[[a]",
    "[=]", "[[[a]]]", "x = 1\nx = 2", "[a]\n[a]", "[[a]]\n[a]", "[a]\n[[a]]", "a = {}\n[a.b]",
    "a.b = 1\n[a]", "[a.b]\n[a]\nb = 1", "x = [\"a\", }b\"]", "x = '''a", "\u{0}", "x = 1.",
    "é = 1",
    "x = " + String(repeating: "[", count: 100_000),
  ]) func whatIsNotTOMLIsRefused(_ text: String) {
    #expect(throws: ConfigurationProblem.self) {
      var reader = TOMLReader(text, file: "f")
      _ = try reader.read()
    }
  }

  @Test func linesOfSectionsAndListsAreKept() throws {
    let text = "a.b = 1\n\n[[c]]\nd = 1\n[c.e]\nf = [\n 1,\n 2]\n[[c]]\nd = 2\n[g.h]\n[g]\n"
    let document = try ConfigurationDocument(text, file: "f")
    let expected: [([String], Int)] = [
      (["a", "b"], 1), (["c", "0"], 3), (["c", "0", "d"], 4), (["c", "0", "e"], 5),
      (["c", "0", "e", "f", "1"], 8), (["c", "1", "d"], 10), (["g", "h"], 11), (["g"], 12),
      (["g", "none"], 12), (["none"], 1),
    ]
    for (path, line) in expected { #expect(document.line(of: path) == line, "\(path)") }
  }
}

import DeskCore
import Testing

@testable import DeskConnectors

struct EventStreamTests {
  typealias Item = EventStreamParser.Item

  static let rows: [(text: String, items: [Item])] = [
    ("data: a\n\n", [.event(name: "message", data: "a")]),
    ("event: update\ndata: {}\n\n", [.event(name: "update", data: "{}")]),
    ("event:update\r\ndata:{}\r\n\r\n", [.event(name: "update", data: "{}")]),
    ("event: x\rdata: y\r\r", [.event(name: "x", data: "y")]),
    ("data: a\ndata: b\n\n", [.event(name: "message", data: "a\nb")]),
    (":thump\n", [.heartbeat]),
    (":)\n:thump\n\n", [.heartbeat, .heartbeat]),
    ("event: cut\ndata: half", []),
    ("event: cut\ndata: whole line\n", []),
    ("event: nothing\n\n", []),
    ("id: 7\nretry: 3\ndata: z\n\n", [.event(name: "message", data: "z")]),
    ("\u{FEFF}data: bom\n\n", [.event(name: "message", data: "bom")]),
    ("data: Привет 👋 سلام\n\n", [.event(name: "message", data: "Привет 👋 سلام")]),
    ("data\n\n", [.event(name: "message", data: "")]),
  ]

  @Test(arguments: rows.indices)
  func aStreamReadsAsItShould(row: Int) {
    var parser = EventStreamParser()
    #expect(parser.read(Self.rows[row].text.utf8) == Self.rows[row].items)
  }

  @Test(arguments: 0..<200)
  func piecesOfAnySizeGiveTheSame(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let text = (0..<20).map { _ in
      Self.rows.filter { !$0.items.isEmpty }.randomElement(using: &random)?.text ?? ""
    }.joined()
    var whole = EventStreamParser()
    let expected = whole.read(text.utf8)
    var parser = EventStreamParser()
    var items: [Item] = []
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let size = Int.random(in: 1...9, using: &random)
      items += parser.read(rest.prefix(size))
      rest = rest.dropFirst(size)
    }
    #expect(items == expected)
  }

  @Test func anEventWithoutEndIsDroppedAndTheNextIsRead() {
    var parser = EventStreamParser()
    _ = parser.read("data: ".utf8)
    for _ in 0..<5 { _ = parser.read([UInt8](repeating: 97, count: 1 << 20)) }
    #expect(parser.read("\n\ndata: b\n\n".utf8) == [.event(name: "message", data: "b")])
  }
}

import TerminalUI
import Testing

@Suite("Terminal input")
struct InputAssemblerTests {
  func events(_ bytes: [UInt8], flush: Bool = true) -> [TerminalEvent] {
    var assembler = InputAssembler()
    for byte in bytes { assembler.feed(.byte(byte)) }
    if flush { assembler.flush() }
    var events: [TerminalEvent] = []
    while let event = assembler.next() { events.append(event) }
    return events
  }

  func keys(_ text: String) -> [KeyEvent] {
    events(Array(text.utf8)).compactMap { if case .key(let key) = $0 { key } else { nil } }
  }

  @Test(
    "Bytes are keys",
    arguments: [
      ("aé漢😀", [.character("a"), .character("é"), .character("漢"), .character("😀")]),
      ("\r\n\t\u{7F}\u{8}", [.enter, .enter, .tab, .backspace, .backspace]),
      ("\u{4}\u{0}\u{1C}", [.control("d"), .control(" "), .control("\\")]),
      ("\u{1B}", [.escape]), ("\u{1B}\u{1B}", [.escape, .escape]),
      ("\u{1B}x", [.alt("x")]), ("\u{1B}é", [.alt("é")]), ("\u{1B}\u{7F}", [.alt("\u{7F}")]),
      ("\u{1B}\r", [.escape, .enter]),
      ("\u{1B}[1;5Zj", [.character("j")]), ("\u{1B}[?62;22cj", [.character("j")]),
      ("\u{1B}OQj", [.character("j")]),
      ("\u{1B}]11;rgb:0/0/0\u{7}j", [.character("j")]),
      ("\u{1B}]11;rgb:0/0/0\u{1B}\\j", [.character("j")]),
      ("\u{1B}P1$r0m\u{1B}\\j", [.character("j")]),
      ("\u{9B}x", [.character("x")]),
    ] as [(String, [KeyEvent])])
  func table(text: String, expected: [KeyEvent]) {
    #expect(keys(text) == expected)
  }

  @Test(
    "Bytes that are no UTF-8 are no keys",
    arguments: [
      [0xFF, 0x61], [0xC3, 0x61], [0x80, 0x61], [0xE6, 0xBC, 0x61], [0xC0, 0x80, 0x61],
    ]
      as [[UInt8]])
  func invalid(bytes: [UInt8]) {
    #expect(events(bytes) == [.key(.character("a"))])
  }

  @Test("A paste is one event, whatever it holds")
  func paste() {
    var assembler = InputAssembler()
    assembler.feed(.pasteStart)
    for byte in "dq\r\nü\u{1B}[A\r".utf8 { assembler.feed(.byte(byte)) }
    assembler.feed(.byte(0xFF))
    #expect(assembler.isPasting)
    let early = assembler.next()
    #expect(early == nil)
    assembler.feed(.pasteEnd)
    let event = assembler.next()
    #expect(event == .paste("dq\nü\u{1B}[A\n\u{FFFD}"))
    #expect(!assembler.isWaiting)
  }

  @Test("A key after Escape is two keys")
  func escapeAndArrow() {
    var assembler = InputAssembler()
    assembler.feed(.byte(0x1B))
    #expect(assembler.isWaiting)
    assembler.feed(.key(.down))
    assembler.feed(.focus(true))
    #expect(
      [assembler.next(), assembler.next(), assembler.next()]
        == [.key(.escape), .key(.down), .focus(true)])
  }

  @Test("Random bytes never leave the assembler stuck", arguments: 0..<200 as Range<UInt64>)
  func fuzz(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    var assembler = InputAssembler()
    for _ in 0..<100 { assembler.feed(.byte(UInt8(truncatingIfNeeded: random.next()))) }
    assembler.flush()
    #expect(!assembler.isWaiting)
    while let event = assembler.next() {
      guard case .key(.character(let character)) = event else { continue }
      #expect(character.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F })
    }
    assembler.feed(.byte(UInt8(ascii: "x")))
    let event = assembler.next()
    #expect(event == .key(.character("x")))
  }
}

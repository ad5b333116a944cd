import TerminalUI
import Testing

@Suite("Hostile text in frames")
struct HostileTextTests {
  static let traps: [Unicode.Scalar] = [
    "\u{0}", "\u{7}", "\u{1B}", "\n", "\r", "\t", "\u{7F}", "\u{85}", "\u{9B}", "\u{AD}",
    "\u{200B}", "\u{200D}", "\u{200E}", "\u{202E}", "\u{2066}", "\u{2069}", "\u{2028}",
    "\u{FE0F}", "\u{FEFF}", "\u{20E3}", "\u{301}", "\u{1F3FD}", "\u{1F468}", "\u{1F1E6}",
    "\u{E0041}", "漢", "a", "م", "\u{94D}", "\u{115F}", "\u{FFF9}", "\u{61C}", "\u{2064}",
  ]

  func mayBeShown(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x61C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F,
      0xFE00...0xFE0F, 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE0FFF:
      false
    default: true
    }
  }

  func check(_ text: String, _ buffer: CellBuffer) {
    for row in 0..<buffer.size.rows {
      var column = 0
      while let cell = buffer[column, row] {
        #expect(cell.width >= 1, "a half of a wide cell stands alone in \(text.debugDescription)")
        #expect(cell.text.unicodeScalars.count <= 5)
        #expect(cell.text.unicodeScalars.allSatisfy(mayBeShown), "\(text.debugDescription)")
        #expect(TextWidth.cells(of: cell.text) == cell.width)
        column += max(1, cell.width)
      }
      #expect(column == buffer.size.columns)
    }
  }

  @Test("Random bytes and random traps fill exactly the cells", arguments: 0..<300 as Range<UInt64>)
  func fuzz(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    var buffer = CellBuffer(size: Size(columns: 1 + Int(random.next() % 30), rows: 3))
    for _ in 0..<12 {
      let length = Int(random.next() % 60)
      let text: String
      if random.next() % 2 == 0 {
        let bytes = (0..<length).map { _ in UInt8(truncatingIfNeeded: random.next()) }
        text = String(decoding: bytes, as: UTF8.self)
      } else {
        var view = String.UnicodeScalarView()
        for _ in 0..<length {
          view.append(Self.traps[Int(random.next() % UInt64(Self.traps.count))])
        }
        text = String(view)
      }
      let point = Point(column: Int(random.next() % 34) - 3, row: Int(random.next() % 5) - 1)
      let width = random.next() % 2 == 0 ? nil : Int(random.next() % 40)
      let clip = Rect(
        column: Int(random.next() % 9), row: 0, columns: Int(random.next() % 40), rows: 3)
      buffer.clipped(to: clip) {
        let used = $0.put(text, at: point, style: .plain, maxWidth: width)
        #expect(used <= width ?? max(0, $0.clip.endColumn - point.column))
      }
      check(text, buffer)
    }
  }

  @Test("A line of 100,000 characters costs only what is shown, a flood of marks one cell")
  func floods() {
    var buffer = CellBuffer(size: Size(columns: 10, rows: 1))
    let marks = "e" + String(repeating: "\u{316}", count: 100_000) + "x"
    buffer.put(marks, at: Point(column: 0, row: 0), style: .plain)
    #expect(buffer[0, 0]?.text.unicodeScalars.count == 5)
    #expect(buffer[1, 0]?.text == "x")
    buffer.put(String(repeating: "ab", count: 50_000), at: Point(column: 0, row: 0), style: .plain)
    #expect(buffer.text == "ababababa…")
  }
}

/// A small generator whose numbers depend on its seed alone.
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
  }

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}

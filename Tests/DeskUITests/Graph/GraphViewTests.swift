import DeskCore
import TerminalUI
import Testing

@testable import DeskUI

@Suite struct GraphViewTests {
  private var marked: GraphModel {
    var state = GraphState()
    state.moveCursor(by: 0, now: noon, zone: .utc)
    state.moveCursor(by: -3, now: noon, zone: .utc)
    let marks = [
      TimelineMark(kind: .gap, at: at("13:20:00")),
      TimelineMark(kind: .level(.incident), at: at("13:40:00")),
      TimelineMark(kind: .paused, at: at("13:42:10")),
    ]
    return pileOn(state, marks: marks)
  }

  private func shown(_ model: GraphModel, _ columns: Int, _ rows: Int) -> String {
    draw(columns, rows) { GraphView.render(model, into: &$0, in: $1, theme: .fallback) }
  }

  @Test func fitsASidePane() {
    #expect(
      shown(marked, 48, 12)
        == """
        1 h  1023 mentions  net −0.58
          80┤                ┊┊           ▁
            │                ┊┊        ░▂▅█
            │                ┊┊     ░▁▄▇███
            │                ┊┊  ░▁▄▆██████
            │                ░░▂▅▇█████████
            │++++    ░ ░░░▁▃▄▆█████████████
            │░░░░▁▁▂▂▃▄▅▇██████████████████
        net  +++++++···−−−−−−−−−−−−−−−−−−−−
                   ?         L2P
             13:08   13:24   13:40     ^ 14:04
        14:00–14:02: 64 – neg 56 neu 8 pos 0, net −0.88
        """)
  }

  @Test func shrinksToAStripWithNumbers() {
    #expect(
      shown(marked, 20, 4) == """
        1 h 1023 net −0.58
        all ▁▁▁▂▂▃▄▅▆█ ^216
        neg  ▁▁▁▁▂▃▄▅▇ ^195
        14:00 64 -56 =8 +0
        """)
  }

  @Test func tellsTheThreeKindsApartWithoutColour() {
    let state = GraphState()
    var model = pileOn(state)
    model.buckets = [
      MoodBucket(start: model.range.lowerBound, negative: 4, neutral: 4, positive: 4)
    ]
    let text = shown(model, 80, 10)
    #expect(text.contains("█") && text.contains("░") && text.contains("+ pos"))
    #expect(!text.unicodeScalars.contains { (0x2800...0x28FF).contains($0.value) })
  }

  @Test func saysWhenThereIsNothing() {
    var model = pileOn(GraphState())
    model.buckets = []
    #expect(shown(model, 40, 8).contains("No mentions in 1 h."))
    model.readAt = nil
    #expect(shown(model, 40, 8).contains("Reading the counts"))
  }

  @Test func saysWhenItsNumbersAreOld() {
    var model = pileOn(GraphState())
    #expect(!shown(model, 120, 12).contains("as of"))
    model.readAt = at("14:07:00")
    #expect(shown(model, 120, 12).contains("as of 14:07:00"))
  }

  @Test(arguments: GraphZoom.allCases) func neverLeavesItsArea(zoom: GraphZoom) {
    var state = GraphState()
    state.setZoom(zoom, now: noon, zone: .utc)
    state.point(at: noon, now: noon, zone: .utc)
    let model = pileOn(state)
    for columns in [1, 2, 7, 19, 24, 61, 200] {
      for rows in [1, 2, 3, 5, 6, 20] {
        var buffer = CellBuffer(size: Size(columns: columns + 2, rows: rows + 2))
        let area = Rect(column: 1, row: 1, columns: columns, rows: rows)
        GraphView.render(model, into: &buffer, in: area, theme: .fallback)
        #expect(buffer.text(row: 0).isEmpty && buffer.text(row: rows + 1).isEmpty)
        for row in 1...rows {
          #expect(buffer[0, row]?.text == " " && buffer[columns + 1, row]?.text == " ")
        }
      }
    }
  }

  @Test func showsWhateverIsThere() {
    for rows in 1...12 {
      for top in [4, 10, 800, 100_000] {
        let lone = GraphBar(MoodBucket(start: noon, negative: 1), rows: rows, top: top)
        #expect(lone.negative * 8 + lone.eighths > 0)
        let calm = GraphBar(MoodBucket(start: noon, positive: 1), rows: rows, top: top)
        #expect(calm.positive > 0)
        let full = GraphBar(
          MoodBucket(start: noon, negative: top, neutral: 0, positive: 0), rows: rows, top: top)
        #expect(full.negative == rows && full.eighths == 0)
      }
    }
  }

  @Test func barsFitTheirPlot() {
    var random = SeededRandom(seed: 11)
    for _ in 0..<5000 {
      let bucket = MoodBucket(
        start: noon, negative: random.below(50), neutral: random.below(50),
        positive: random.below(50))
      let rows = 1 + random.below(14)
      let bar = GraphBar(bucket, rows: rows, top: GraphScale([bucket]).top)
      let cells = bar.negative + (bar.eighths > 0 ? 1 : 0) + bar.neutral + bar.positive
      #expect(cells <= rows && bar.neutral >= 0 && bar.positive >= 0, "\(bucket) \(rows)")
      #expect((bar.neutral > 0) <= (bucket.neutral > 0))
      #expect((bar.positive > 0) <= (bucket.positive > 0))
    }
  }

  @Test(arguments: [
    (0, 4), (4, 4), (5, 5), (6, 8), (9, 10), (11, 20), (21, 40), (81, 100), (101, 200),
    (999, 1000),
  ])
  func roundsTheScaleUp(count: Int, top: Int) {
    #expect(GraphScale([MoodBucket(start: noon, neutral: count)]).top == top)
  }
}

extension Bool {
  fileprivate static func <= (a: Bool, b: Bool) -> Bool { !a || b }
}

import DeskCore
import Testing
import TerminalUI

@testable import DeskUI

@Suite struct GraphViewTests {
  @Test func show() {
    var state = GraphState()
    state.moveCursor(by: 0, now: noon, zone: .utc)
    state.moveCursor(by: -3, now: noon, zone: .utc)
    let marks = [
      TimelineMark(kind: .level(.incident), at: at("13:40:00")),
      TimelineMark(kind: .paused, at: at("13:42:10")), TimelineMark(kind: .gap, at: at("13:20:00")),
    ]
    for (c, r) in [(20, 4), (24, 6), (40, 9), (48, 12), (80, 8), (120, 20)] {
      print("--- \(c)x\(r)")
      print(draw(c, r) { GraphView.render(pileOn(state, marks: marks), into: &$0, in: $1, theme: .fallback) })
    }
  }
}

import DeskCore
import Testing

@testable import DeskUI

@Suite struct GraphStateTests {
  @Test(arguments: GraphZoom.allCases) func windowIsWholeBars(zoom: GraphZoom) {
    #expect(zoom.bucketSeconds % 60 == 0)
    #expect(Int64(zoom.bucketCount * zoom.bucketSeconds) == zoom.window.seconds)
    #expect(zoom.bucketCount <= 48)
  }

  @Test func followsNowInWholeBars() {
    let range = GraphState().range(now: noon, zone: .utc)
    #expect(range == at("13:08:00")..<at("14:08:00"))
  }

  @Test func cursorStartsAtTheNewestBarAndStopsThere() {
    var state = GraphState()
    state.moveCursor(by: -1, now: noon, zone: .utc)
    #expect(state.selection == at("14:06:00")..<at("14:08:00"))
    state.moveCursor(by: 5, now: noon, zone: .utc)
    #expect(state.selection == at("14:06:00")..<at("14:08:00"))
    state.moveCursor(by: -2, now: noon, zone: .utc)
    #expect(state.selection == at("14:02:00")..<at("14:04:00"))
  }

  @Test func windowFollowsTheCursorAndComesBack() {
    var state = GraphState()
    state.point(at: at("11:31:00"), now: noon, zone: .utc)
    #expect(state.range(now: noon, zone: .utc) == at("11:30:00")..<at("12:30:00"))
    state.moveCursor(by: 400, now: noon, zone: .utc)
    #expect(state.end == nil)
    state.release()
    #expect(state.selection == nil)
  }

  @Test func cursorStaysInSightThroughZooms() {
    var random = SeededRandom(seed: 5)
    let zone = DeskZone(offsetSeconds: 20_700)
    var state = GraphState()
    for _ in 0..<3000 {
      switch random.below(4) {
      case 0: state.zoomIn(now: noon, zone: zone)
      case 1: state.zoomOut(now: noon, zone: zone)
      case 2: state.moveCursor(by: random.below(41) - 20, now: noon, zone: zone)
      default:
        let span = Span.minutes(Int64(-random.below(20_000)))
        state.point(at: noon.adding(span), now: noon, zone: zone)
      }
      let range = state.range(now: noon, zone: zone)
      if let selection = state.selection {
        #expect(range.contains(selection.lowerBound))
        #expect(selection.upperBound <= range.upperBound)
        #expect(selection.lowerBound <= noon)
      }
      let offset = range.upperBound.seconds + 20_700
      #expect(offset % Int64(state.zoom.bucketSeconds) == 0)
    }
  }
}

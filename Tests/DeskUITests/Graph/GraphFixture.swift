import DeskCore
import TerminalUI

@testable import DeskUI

/// 2026-01-31 14:07:30 UTC.
let noon = Timestamp(rfc3339: "2026-01-31T14:07:30Z") ?? Timestamp(seconds: 0)

func at(_ text: String) -> Timestamp {
  Timestamp(rfc3339: "2026-01-31T\(text)Z") ?? Timestamp(seconds: 0)
}

/// A pile-on: calm first, then more and more negative.
func pileOn(_ state: GraphState, marks: [TimelineMark] = []) -> GraphModel {
  let range = state.range(now: noon, zone: .utc)
  let count = state.zoom.bucketCount
  let buckets = (0..<count).map { index in
    MoodBucket(
      start: range.lowerBound.adding(.seconds(Int64(index * state.zoom.bucketSeconds))),
      negative: index * index / 12, neutral: 6 + index % 3, positive: max(0, 8 - index / 3))
  }
  return GraphModel(
    state: state, buckets: buckets, marks: marks, range: range, readAt: noon, now: noon, zone: .utc)
}

func draw(_ columns: Int, _ rows: Int, _ paint: (inout CellBuffer, Rect) -> Void) -> String {
  var buffer = CellBuffer(size: Size(columns: columns, rows: rows))
  paint(&buffer, buffer.bounds)
  return buffer.text
}

import DeskCore

/// The graph pane: what was chosen and what was read for it.
struct GraphPane: Sendable {
  var state = GraphState()
  var buckets: [MoodBucket] = []
  var marks: [TimelineMark] = []
  /// What is usual for each bucket; nil where the desk does not know yet.
  var usual: [Expectation?] = []
  /// The range the buckets were read for.
  var range: Range<Timestamp>?
  var bucketSeconds = 0
  var readAt: Timestamp?
  /// Whether something was stored that has not been asked for.
  var isBehind = false
}

import DeskCore

/// The graph pane: what was chosen and what was read for it.
struct GraphPane: Sendable {
  var state = GraphState()
  var buckets: [MoodBucket] = []
  var marks: [TimelineMark] = []
  /// The range the buckets were read for.
  var range: Range<Timestamp>?
  var bucketSeconds = 0
  var readAt: Timestamp?
}

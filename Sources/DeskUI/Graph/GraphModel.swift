import DeskCore

/// What the graph shows: counts as they were read, and the state they were read for.
struct GraphModel: Hashable, Sendable {
  /// The counts, oldest first, one for each bar of `range`.
  var buckets: [MoodBucket]
  /// Level changes, pauses, resumes and gaps in the range.
  var marks: [TimelineMark]
  /// What is usual for each bucket, in the same order; nil where the desk does not know yet.
  var usual: [Expectation?] = []
  /// The range the buckets cover.
  var range: Range<Timestamp>
  /// How much time one bucket counts.
  var zoom: GraphZoom
  /// The beginning of the bar under the cursor; nil without a cursor.
  var cursor: Timestamp?
  /// When the counts were read; nil while none have been.
  var readAt: Timestamp?
  /// The time now.
  var now: Timestamp
  /// The desk's zone.
  var zone: DeskZone

  /// Makes a model; `range` is `state.range(now:zone:)` at the time of reading.
  init(
    state: GraphState, buckets: [MoodBucket], marks: [TimelineMark], range: Range<Timestamp>,
    readAt: Timestamp?, now: Timestamp, zone: DeskZone
  ) {
    self.buckets = buckets
    self.marks = marks
    self.range = range
    zoom = state.zoom
    cursor = state.cursor
    self.readAt = readAt
    self.now = now
    self.zone = zone
  }

  /// The sums over all that is shown.
  var total: MoodBucket {
    buckets.reduce(into: MoodBucket(start: range.lowerBound)) {
      $0.negative += $1.negative
      $0.neutral += $1.neutral
      $0.positive += $1.positive
    }
  }

  /// Whether the numbers are older than 5 seconds and so must say when they were true.
  var isStale: Bool { readAt.map { now.since($0) > .seconds(5) } ?? false }

  /// The counts under the cursor; nil without a cursor or where nothing was read.
  var selected: MoodBucket? {
    guard let cursor else { return nil }
    return buckets.last { $0.start <= cursor && cursor < $0.start.adding(zoom.bucket) }
  }
}

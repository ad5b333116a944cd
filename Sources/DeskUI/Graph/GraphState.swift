import DeskCore

/// What the person chose to see in the graph: zoom, place in time, and the time cursor.
///
/// Bars begin at whole multiples of the zoom's bucket in the desk's zone, so they stay put while
/// time goes on and only the last one grows.
struct GraphState: Hashable, Sendable {
  /// How much time is shown.
  private(set) var zoom: GraphZoom = .hour
  /// The end of the window; nil while it follows now.
  private(set) var end: Timestamp?
  /// The beginning of the bar under the time cursor; nil without a cursor.
  private(set) var cursor: Timestamp?

  /// A graph of the last hour that follows now.
  init() {}

  /// The range shown, to be read with `zoom.bucketSeconds`; both ends lie between two bars.
  func range(now: Timestamp, zone: DeskZone) -> Range<Timestamp> {
    let end = end ?? floor(now, zone).adding(zoom.bucket)
    return end.adding(Span(milliseconds: -zoom.window.milliseconds))..<end
  }

  /// The range of the bar under the cursor, for filtering the stream; nil without a cursor.
  var selection: Range<Timestamp>? { cursor.map { $0..<$0.adding(zoom.bucket) } }

  /// Moves the cursor by bars; the first move puts it on the newest bar. It never passes now.
  mutating func moveCursor(by bars: Int, now: Timestamp, zone: DeskZone) {
    let newest = floor(now, zone)
    guard let cursor else { return place(newest, now: now, zone: zone) }
    let step = Span(milliseconds: zoom.bucket.milliseconds * Int64(bars))
    place(min(newest, cursor.adding(step)), now: now, zone: zone)
  }

  /// Puts the cursor on the bar that holds an instant, such as a mention's; never past now.
  mutating func point(at instant: Timestamp, now: Timestamp, zone: DeskZone) {
    place(min(floor(instant, zone), floor(now, zone)), now: now, zone: zone)
  }

  /// Takes the cursor away and follows now again.
  mutating func release() { (cursor, end) = (nil, nil) }

  /// Chooses a zoom; the cursor stays at its time and in sight.
  mutating func setZoom(_ zoom: GraphZoom, now: Timestamp, zone: DeskZone) {
    self.zoom = zoom
    end = nil
    if let cursor { place(floor(cursor, zone), now: now, zone: zone) }
  }

  /// Shows less time, more finely.
  mutating func zoomIn(now: Timestamp, zone: DeskZone) {
    setZoom(zoom.closer, now: now, zone: zone)
  }

  /// Shows more time, less finely.
  mutating func zoomOut(now: Timestamp, zone: DeskZone) {
    setZoom(zoom.wider, now: now, zone: zone)
  }

  private mutating func place(_ start: Timestamp, now: Timestamp, zone: DeskZone) {
    cursor = start
    let shown = range(now: now, zone: zone)
    if start < shown.lowerBound { end = start.adding(zoom.window) }
    if start >= shown.upperBound { end = start.adding(zoom.bucket) }
    if let end, end > floor(now, zone) { self.end = nil }
  }

  private func floor(_ instant: Timestamp, _ zone: DeskZone) -> Timestamp {
    let bucket = Int64(zoom.bucketSeconds)
    let offset = Int64(zone.offset(at: instant))
    let local = instant.seconds + offset
    let rest = ((local % bucket) + bucket) % bucket
    return Timestamp(seconds: local - rest - offset)
  }
}

import DeskCore

/// How the buckets share the columns of a plot: some columns a bar, or some buckets a bar.
struct GraphGrid: Hashable, Sendable {
  /// The counts of each bar, oldest first.
  let bars: [MoodBucket]
  /// How many buckets one bar adds up.
  let merged: Int
  /// Columns from one bar to the next.
  let pitch: Int
  /// Columns a bar fills, at most the pitch.
  let width: Int
  /// Time from one bar to the next.
  let step: Span

  /// Fits buckets into `columns` columns.
  init(_ buckets: [MoodBucket], bucket: Span, columns: Int) {
    let columns = max(1, columns)
    let merged = max(1, (buckets.count + columns - 1) / columns)
    self.merged = merged
    bars =
      merged == 1
      ? buckets
      : stride(from: 0, to: buckets.count, by: merged).map { start in
        buckets[start..<min(start + merged, buckets.count)].dropFirst()
          .reduce(into: buckets[start]) {
            $0.negative += $1.negative
            $0.neutral += $1.neutral
            $0.positive += $1.positive
          }
      }
    pitch = min(12, max(1, columns / max(1, bars.count)))
    width = pitch < 3 ? pitch : pitch - 1
    step = Span(milliseconds: bucket.milliseconds * Int64(merged))
  }

  /// The bar in which an instant lies; nil outside the bars.
  func bar(at instant: Timestamp) -> Int? {
    guard let index = bars.lastIndex(where: { $0.start <= instant }),
      instant < bars[index].start.adding(step)
    else { return nil }
    return index
  }

  /// The first column of a bar, from the left edge of the plot.
  func column(of bar: Int) -> Int { bar * pitch }

  /// Columns that all bars take together.
  var columns: Int { bars.count * pitch }
}

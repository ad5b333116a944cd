/// The memory that reading one text needs, kept to read the next one without asking for more.
struct MoodWorkspace: Sendable {
  var text = MoodText()
  var scan = TextScan()
  var spelling = [UInt16](repeating: 0, count: MoodFeatures.spellingLimit)
  var dense: [Int] = []
  var features = HashSink()
  var sums = MoodSums()
  var lane: Lane?

  init() {
    scan.words.reserveCapacity(MoodText.tokenLimit)
    dense.reserveCapacity(DenseFeatures.count * 2)
  }
}

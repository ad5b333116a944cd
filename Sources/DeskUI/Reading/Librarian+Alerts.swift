import DeskCore

extension Librarian {
  /// What is usual for each stretch of a range; nothing before three hours have been learned.
  func usual(_ range: Range<Timestamp>, seconds: Int) throws -> [Expectation?] {
    let snapshot = try reader.snapshots().first { $0.series == SeriesKey(brand: brand) }
    guard let bytes = snapshot?.bytes, let detector = SpikeDetector(restoring: bytes),
      detector.baseline.values >= 36
    else { return [] }
    let width = Int64(max(60, seconds))
    var start = range.lowerBound.seconds
    start -= ((start % width) + width) % width
    return stride(from: start, to: range.upperBound.seconds, by: Int(width)).map { second in
      let at = Timestamp(seconds: second)
      let local = second + Int64(offset(at))
      let hour = Int(local / 3600 % 24)
      // The epoch was a Thursday.
      let five = detector.baseline.expectation(
        localHour: hour, weekday: Int((local / 86_400 + 3) % 7))
      return five.stretched(to: Double(width) / 300)
    }
  }

  /// The alerts of the last week with what they come to now.
  func alerts(now: Timestamp) throws -> AlertBoard {
    let alerts = try reader.alerts(since: now.adding(.days(-7)))
    var size: SizeEstimate?
    if let newest = alerts.last(where: { !$0.kind.isAboutWaits }),
      now.since(newest.figures.at) < .hours(24)
    {
      size = try voices.size(of: newest, now: now, reader: reader)
    }
    let moved = try reader.marks(from: now.adding(.days(-30)), to: now).last {
      if case .level = $0.kind { true } else { false }
    }
    let proposal = LevelProposal.propose(
      current: try reader.status(now: now).level, since: moved?.at ?? now.adding(.days(-30)),
      alerts: alerts, size: size ?? SizeEstimate([]), now: now)
    return AlertBoard(alerts: alerts.reversed(), size: size, proposal: proposal)
  }
}

public import DeskCore

/// Sets up a desk for a drill, and says how it went.
public struct DrillService: Sendable {
  private let drill: Drill
  private let store: any AlertStore & IntakeStore

  /// Makes the service for a drill on a desk of its own.
  public init(drill: Drill, store: any AlertStore & IntakeStore) {
    self.drill = drill
    self.store = store
  }

  /// Gives the desk its past: weeks of counts that its detector has learned from, and hours of
  /// mentions by the ordinary intake.
  /// - Throws: the store's error.
  public func prepare(
    connector: DrillConnector, intake: IntakeService, brand: String
  ) async throws {
    let history = drill.history
    var detector = SpikeDetector()
    for bucket in history { _ = detector.observe(bucket) }
    let series = SeriesKey(brand: brand)
    var record = WatchRecord()
    record.buckets[series] = history
    record.snapshots = [
      DetectorSnapshot(
        series: series, upTo: DrillConnector.firstMention, bytes: detector.bytes)
    ]
    try store.save(record)
    try await intake.take(connector.past())
  }

  /// The first alert that the crisis raised; nil when there was none yet.
  /// - Throws: the store's error.
  public func firstAlert() throws -> Alert? {
    try store.alerts(since: drill.start).first { $0.figures.at > drill.start }
  }

  /// How long after the beginning of the crisis an alert came, in minutes.
  public func delay(of alert: Alert) -> Int64 { alert.figures.at.since(drill.start).minutes }
}

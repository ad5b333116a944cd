import DeskCore

/// How a run is doing, put together from polling and its streams.
struct MastodonHealth: Sendable {
  /// The streams that should be up, and those that are.
  var expected: Set<String> = []
  var up: Set<String> = []
  /// Why a stream or polling is down; nil when it is not.
  var streamTrouble: String?
  var pollTrouble: String?
  /// Until when the server asks us to wait.
  var limitedUntil: Timestamp?
  /// What the desk should know while all is well.
  var notes: [String: String] = [:]
  var heardAt: Timestamp?

  private var last: SourceHealth?

  /// Reports are made at a change, and now and then while something is heard.
  private static let interval = Span.seconds(15)

  /// The report that is due; nil when nothing changed lately.
  mutating func report(account: AccountID, now: Timestamp) -> SourceHealth? {
    let report = SourceHealth(
      account: account, state: state(now), detail: detail(now), heardAt: heardAt, reportedAt: now)
    if let last, last.state == report.state, last.detail == report.detail,
      last.heardAt == heardAt || now.since(last.reportedAt) < Self.interval
    {
      return nil
    }
    last = report
    return report
  }

  private func state(_ now: Timestamp) -> SourceHealth.State {
    if let limitedUntil, limitedUntil > now { return .limited }
    if pollTrouble != nil { return .reconnecting }
    if !expected.isEmpty, up.isSuperset(of: expected) { return .live }
    return streamTrouble == nil ? .polling : .reconnecting
  }

  private func detail(_ now: Timestamp) -> String {
    var words: [String] = []
    if let limitedUntil, limitedUntil > now {
      words.append("the server asks to wait until \(CivilTime(limitedUntil).timeText) UTC")
    }
    if let pollTrouble { words.append(pollTrouble) }
    if let streamTrouble { words.append(streamTrouble) }
    words += notes.sorted { $0.key < $1.key }.map { $0.value }
    return words.joined(separator: "; ")
  }
}

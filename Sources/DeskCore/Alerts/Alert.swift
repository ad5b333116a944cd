/// The number a desk gives an alert; later alerts have higher numbers.
public struct AlertID: RawRepresentable, Hashable, Codable, Sendable, CustomStringConvertible {
  /// The number, from 1 up.
  public let rawValue: Int64
  /// Makes an id.
  public init(rawValue: Int64) { self.rawValue = rawValue }
  /// The number as text.
  public var description: String { String(rawValue) }
}

/// Something the desk told people once, with its reasons.
public struct Alert: Hashable, Codable, Sendable, Identifiable {
  /// What people did with it.
  public enum State: Hashable, Codable, Sendable {
    /// Nobody has said anything.
    case open
    /// Somebody has seen it.
    case acknowledged(by: Seat, at: Timestamp)
    /// Somebody wants to hear no more until an instant, and said why.
    case snoozed(by: Seat, until: Timestamp, reason: String)
  }

  /// The desk's number for it.
  public var id: AlertID
  /// The series in which it was seen.
  public var series: SeriesKey
  /// What is unusual.
  public var kind: SpikeAlarm.Kind
  /// Why it was told.
  public var cause: SpikeAlarm.Cause
  /// How serious it is.
  public var severity: Severity
  /// The arithmetic.
  public var figures: AlertFigures
  /// The words of the series' topic as they were then; nil where it has none.
  public var topicWords: [String]?
  /// The words and phrases that are new in its mentions, surest first.
  public var terms: [EmergingTerm]
  /// What people did with it.
  public var state: State

  /// Makes an alert of its parts.
  public init(
    id: AlertID, series: SeriesKey, kind: SpikeAlarm.Kind, cause: SpikeAlarm.Cause,
    severity: Severity, figures: AlertFigures, topicWords: [String]? = nil,
    terms: [EmergingTerm] = [], state: State = .open
  ) {
    self.topicWords = topicWords
    self.id = id
    self.series = series
    self.kind = kind
    self.cause = cause
    self.severity = severity
    self.figures = figures
    self.terms = terms
    self.state = state
  }

  /// From when on it waits for somebody: at once, or when its snooze is over; nil once it was seen.
  public var waitsFrom: Timestamp? {
    switch state {
    case .open: figures.at
    case .acknowledged: nil
    case .snoozed(_, let until, _): until
    }
  }

  /// Whether it waits for somebody; after a day nobody is asked any more.
  public func isWaiting(at now: Timestamp) -> Bool {
    figures.at >= now.adding(.hours(-24)) && waitsFrom.map { $0 <= now } ?? false
  }

  /// Where its window begins.
  public var from: Timestamp { figures.at.adding(.seconds(-Int64(figures.windowSeconds))) }

  /// The filter that shows the mentions that made it; the source is the series' own.
  public var mentions: MentionFilter {
    var filter = MentionFilter()
    if kind.isAboutWaits {
      filter.states = [.open]
      return filter
    }
    filter.occurred = from..<max(figures.at, from)
    filter.anyOf = topicWords ?? []
    if kind == .negative { filter.sentiments = [.negative] }
    return filter
  }
}

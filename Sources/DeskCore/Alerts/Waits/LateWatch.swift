/// Somebody who waits and of whom nobody was told yet.
public struct LateWait: Hashable, Sendable {
  /// The message that waits.
  public let mention: MentionID
  /// Its conversation.
  public let conversation: ConversationID
  /// Who waits.
  public let handle: String
  /// What they want.
  public let intent: Intent
  /// By when an answer is due.
  public let dueAt: Timestamp

  /// Makes one.
  public init(
    mention: MentionID, conversation: ConversationID, handle: String, intent: Intent,
    dueAt: Timestamp
  ) {
    self.mention = mention
    self.conversation = conversation
    self.handle = handle
    self.intent = intent
    self.dueAt = dueAt
  }
}

/// Who will be late soon, and who is, of those that nobody was told of.
public struct LateWaits: Hashable, Sendable {
  /// Those who have used 80 % of their time, and not all of it.
  public var soon: [LateWait]
  /// Those who have used all of it.
  public var late: [LateWait]
  /// Whether there may be more than were read.
  public var isCapped: Bool

  /// Makes one.
  public init(soon: [LateWait] = [], late: [LateWait] = [], isCapped: Bool = false) {
    self.soon = soon
    self.late = late
    self.isCapped = isCapped
  }
}

/// Decides when people hear of waits that are or will be too long: of many at once in one alert, and
/// of each conversation once a kind.
public struct LateWatch: Sendable {
  /// For how long after an alert others of its kind are gathered, unless they are graver, 10 minutes.
  public static let gathering = Span.minutes(10)

  private let brand: String
  private let alerts: [Alert]
  private let status: DeskStatus

  /// Makes a watch that knows what was told lately and how the desk stands.
  public init(brand: String, alerts: [Alert], status: DeskStatus) {
    self.brand = brand
    self.alerts = alerts
    self.status = status
  }

  /// The alert to raise; nil when there is none of this kind, or when they are still gathered.
  public func alert(
    _ kind: SpikeAlarm.Kind, of waits: [LateWait], isCapped: Bool = false, offsetSeconds: Int,
    at now: Timestamp
  ) -> Alert? {
    guard let figures = figures(kind, of: waits, isCapped: isCapped) else { return nil }
    let severity = Self.severity(kind, figures.count)
    if let told = alerts.last(where: { $0.kind == kind }), severity <= told.severity {
      if now.since(told.figures.at) < Self.gathering { return nil }
      if case .snoozed(_, let until, _) = told.state, now < until { return nil }
    }
    return Alert(
      id: AlertID(rawValue: 0), series: SeriesKey(brand: brand), kind: kind, cause: .began,
      severity: severity,
      figures: AlertFigures(late: figures, at: now, offsetSeconds: offsetSeconds))
  }

  /// Several messages of one person in one conversation are one wait.
  private func figures(
    _ kind: SpikeAlarm.Kind, of waits: [LateWait], isCapped: Bool
  ) -> LateFigures? {
    var firsts: [String: LateWait] = [:]
    for wait in waits {
      let key = "\(wait.conversation.rawValue) \(wait.handle)"
      if let known = firsts[key], known.dueAt <= wait.dueAt { continue }
      firsts[key] = wait
    }
    let ordered = firsts.values.sorted { ($0.dueAt, $0.mention) < ($1.dueAt, $1.mention) }
    guard let first = ordered.first, let last = ordered.last else { return nil }
    return LateFigures(
      isOver: kind == .late, count: ordered.count, isCapped: isCapped,
      complaints: ordered.count { $0.intent == .complaint }, mention: first.mention,
      first: first.dueAt, last: last.dueAt, open: status.open, overdue: status.overdue)
  }

  /// A few are a person's work; many are a desk that does not keep up.
  private static func severity(_ kind: SpikeAlarm.Kind, _ count: Int) -> Severity {
    switch (kind, count) {
    case (.late, 20...): .severe
    case (.late, 5...), (_, 50...): .high
    case (.late, _), (_, 10...): .medium
    default: .low
    }
  }
}

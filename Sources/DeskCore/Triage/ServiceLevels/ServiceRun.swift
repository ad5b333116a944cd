/// The clock of one conversation: folded from what happened, asked at any instant.
///
/// The clock runs from the first message that has no answer; later ones do not set it back. It
/// stands while we wait for them and goes on where it stood. Outside working hours it stands too,
/// except from the level on at which it runs day and night.
public struct ServiceRun: Sendable {
  /// One wait for an answer.
  public struct Wait: Hashable, Sendable {
    /// When the first unanswered message was seen.
    public let since: Timestamp
    /// Which answer is waited for.
    public let turn: AnswerTurn
    /// What the most urgent unanswered message wants.
    public internal(set) var intent: Intent
    /// Followers of whoever wrote it; nil when unknown.
    public internal(set) var followers: Int?
    /// Working time used up to `countedTo`.
    var used = Span.seconds(0)
    /// From when on time is counted anew.
    var countedTo: Timestamp
    /// Why the clock stands; nil while it runs.
    public internal(set) var hold: HoldReason?
    /// Since when it stands.
    public internal(set) var heldSince: Timestamp?
  }

  /// The rules.
  public let levels: ServiceLevels
  /// The level after the last event.
  public private(set) var level: Level
  /// The wait that runs or stands; nil when nobody waits for us.
  public private(set) var wait: Wait?
  /// Why we wait for them although nothing of theirs is unanswered; nil when we do not.
  public private(set) var waitingForThem: HoldReason?
  private var hasAnswered = false

  /// A clock that has seen nothing yet.
  public init(levels: ServiceLevels, level: Level = .calm) {
    self.levels = levels
    self.level = level
  }

  /// A clock that has seen these events, which are taken in the order of their time.
  public init(
    levels: ServiceLevels, level: Level = .calm, events: some Sequence<ServiceEvent>
  ) {
    self.init(levels: levels, level: level)
    let ordered = events.enumerated().sorted {
      ($0.element.at, $0.offset) < ($1.element.at, $1.offset)
    }
    for event in ordered { take(event.element) }
  }

  /// Takes the next event.
  public mutating func take(_ event: ServiceEvent) {
    switch event {
    case .theirs(let at, let intent, let followers):
      waitingForThem = nil
      release(at: at)
      wait(since: at, intent, followers)
    case .ours:
      hasAnswered = true
      wait = nil
      waitingForThem = nil
    case .automatic: break
    case .held(let at, let reason): hold(at: at, reason)
    case .released(let at):
      waitingForThem = nil
      release(at: at)
    case .ended:
      wait = nil
      waitingForThem = nil
    case .level(let at, let new):
      count(to: at)
      level = new
    }
  }

  /// The working time used by the wait at an instant; zero when nobody waits.
  func used(at now: Timestamp) -> Span {
    guard let wait else { return .seconds(0) }
    guard wait.hold == nil else { return wait.used }
    let more = levels.calendar(at: level).worked(from: wait.countedTo, to: now)
    return Span(milliseconds: wait.used.milliseconds + more.milliseconds)
  }

  private mutating func wait(since at: Timestamp, _ intent: Intent, _ followers: Int?) {
    guard let wait else {
      self.wait = Wait(
        since: at, turn: hasAnswered ? .next : .first, intent: intent, followers: followers,
        countedTo: at)
      return
    }
    // A complaint after a question is more urgent, but it does not set the clock back.
    let now = levels.target(wait.turn, level: level, intent: wait.intent, followers: wait.followers)
    let new = levels.target(wait.turn, level: level, intent: intent, followers: followers)
    guard new < now else { return }
    self.wait?.intent = intent
    self.wait?.followers = followers
  }

  private mutating func count(to at: Timestamp) {
    guard var counted = wait else { return }
    counted.used = used(at: at)
    counted.countedTo = max(at, counted.countedTo)
    wait = counted
  }

  private mutating func hold(at: Timestamp, _ reason: HoldReason) {
    guard let wait else { return waitingForThem = reason }
    if wait.hold == nil {
      count(to: at)
      self.wait?.heldSince = at
    }
    self.wait?.hold = reason
  }

  private mutating func release(at: Timestamp) {
    guard let wait, wait.hold != nil else { return }
    self.wait?.hold = nil
    self.wait?.heldSince = nil
    self.wait?.countedTo = max(at, wait.countedTo)
  }
}

/// What a detector says once when something begins, grows by a class, or changes its nature.
public struct SpikeAlarm: Hashable, Sendable {
  /// What is unusual.
  public enum Kind: String, Codable, Sendable, CaseIterable {
    /// More voices than usual.
    case volume
    /// A larger share of them negative than usual.
    case negative
    /// No voices where there always are some, from a source that is up.
    case silence
    /// People who will have waited too long soon; told by the clocks and not by a detector.
    case soonLate = "soon-late"
    /// People who have waited too long; told by the clocks and not by a detector.
    case late

    /// Whether it is about people who wait, and not about counts of what is said.
    public var isAboutWaits: Bool { self == .soonLate || self == .late }

    /// Whether more is said than is usual, or worse.
    public var isSpike: Bool { self != .silence && !isAboutWaits }
  }

  /// Why it is said now.
  public enum Cause: String, Codable, Sendable, CaseIterable {
    /// An episode began.
    case began
    /// An episode that was known has grown to three times what was told.
    case rose
    /// What began with copies of few texts has become many texts.
    case changed
  }

  /// What is unusual.
  public var kind: Kind
  /// Why it is said now.
  public var cause: Cause
  /// How serious it is.
  public var severity: Severity
  /// The end of the last value seen.
  public var at: Timestamp
  /// How long the sums below reach back, in seconds.
  public var windowSeconds: Int
  /// Voices in the window.
  public var sum: Double
  /// Usual voices in such a window at this hour.
  public var usual: Double
  /// Negative voices in the window.
  public var negative: Double
  /// Judged voices in the window.
  public var judged: Double
  /// The usual share of negative voices at this hour, 0...1.
  public var usualShare: Double
  /// Different texts among the voices, 0...sum.
  public var texts: Double

  /// Makes an alarm of its parts.
  public init(
    kind: Kind, cause: Cause, severity: Severity, at: Timestamp, windowSeconds: Int, sum: Double,
    usual: Double, negative: Double, judged: Double, usualShare: Double, texts: Double
  ) {
    self.kind = kind
    self.cause = cause
    self.severity = severity
    self.at = at
    self.windowSeconds = windowSeconds
    self.sum = sum
    self.usual = usual
    self.negative = negative
    self.judged = judged
    self.usualShare = usualShare
    self.texts = texts
  }
}

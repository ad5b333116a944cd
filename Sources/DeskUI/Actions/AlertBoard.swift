public import DeskCore

/// What the desk noticed, how large it is now, and what level that is worth.
public struct AlertBoard: Equatable, Sendable {
  /// Alerts of the last week, newest first.
  public var alerts: [Alert]
  /// The size of the newest one, from the beginning of its window to now; nil without one.
  public var size: SizeEstimate?
  /// The level the desk would choose; nil when the one that holds is right.
  public var proposal: LevelProposal?

  /// Makes a board.
  public init(
    alerts: [Alert] = [], size: SizeEstimate? = nil, proposal: LevelProposal? = nil
  ) {
    self.alerts = alerts
    self.size = size
    self.proposal = proposal
  }
}

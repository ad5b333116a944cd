/// What a macro would do, without doing it.
///
/// `Reason` says why a step would be refused: a ``Refusal``, or words.
public struct MacroRehearsal<Reason: Hashable & Sendable>: Hashable, Sendable {
  /// What would become of one step.
  public enum Fate: Hashable, Sendable {
    /// It would run.
    case runs
    /// It would be refused, and the macro would stop here.
    case refused(Reason)
    /// The macro would have stopped before.
    case notReached
  }

  /// One line of the list.
  public struct Line: Hashable, Sendable {
    /// The command.
    public let step: Macro.Step
    /// What would become of it.
    public let fate: Fate
  }

  /// The steps in order.
  public let lines: [Line]

  /// Asks of every step whether it would be refused, until one would.
  ///
  /// - Parameter refusal: why a step would be refused; nil when it would run. A step that depends on
  ///   what an earlier one changes is asked as if nothing had changed yet.
  public init(_ macro: Macro, asking refusal: (Macro.Step) -> Reason?) {
    var hasStopped = false
    lines = macro.steps.map { step in
      if hasStopped { return Line(step: step, fate: .notReached) }
      guard let refusal = refusal(step) else { return Line(step: step, fate: .runs) }
      hasStopped = true
      return Line(step: step, fate: .refused(refusal))
    }
  }

  /// Whether every step would run.
  public var runsToTheEnd: Bool { lines.allSatisfy { $0.fate == .runs } }
}

extension MacroRehearsal where Reason == Refusal {
  /// The same with the desk's own refusals.
  public init(_ macro: Macro, refusal: (Macro.Step) -> Refusal?) {
    self.init(macro, asking: refusal)
  }
}

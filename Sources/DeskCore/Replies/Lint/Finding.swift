/// One thing that the lint noticed in a text that is about to be sent.
public struct Finding: Hashable, Codable, Sendable {
  /// How much it weighs.
  public enum Severity: Int, Codable, Sendable, Comparable, CaseIterable {
    /// Worth a look; nothing is asked.
    case advice = 0
    /// Sending anyway is a decision, and is audited.
    case warning = 1
    /// It cannot be sent like this: the platform would refuse it, or it is not finished.
    case stop = 2

    /// Orders by value.
    public static func < (a: Severity, b: Severity) -> Bool { a.rawValue < b.rawValue }
  }

  /// The place, in bytes of the text's UTF-8; nil when it is about the text as a whole, or about
  /// something that is missing.
  public let range: Range<Int>?
  /// The rule.
  public let rule: LintRule
  /// How much it weighs.
  public let severity: Severity
  /// The key of the sentence that says why.
  public let reason: LintReason

  /// Makes a finding.
  public init(
    range: Range<Int>?, rule: LintRule, severity: Severity, reason: LintReason
  ) {
    self.range = range
    self.rule = rule
    self.severity = severity
    self.reason = reason
  }

  /// The place as indices of `text`, the text in which it was found; nil without a place.
  public func place(in text: String) -> Range<String.Index>? {
    guard let range, range.upperBound <= text.utf8.count else { return nil }
    let utf8 = text.utf8
    return utf8.index(
      utf8.startIndex, offsetBy: range.lowerBound)..<utf8.index(
        utf8.startIndex, offsetBy: range.upperBound)
  }
}

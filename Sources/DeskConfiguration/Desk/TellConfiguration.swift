public import DeskCore

/// How people outside the desk are told: a command, a file, or both.
public struct TellConfiguration: Hashable, Sendable {
  /// A shell line that gets the words on its standard input; nil for none.
  public var command: String?
  /// After how many seconds the command is stopped, 1...60.
  public var seconds = 10
  /// A file to which a line is added, beside `desk.toml` unless it is a whole path; nil for none.
  public var file: String?
  /// Alerts of this severity and above are told.
  public var severity = Severity.high
  /// Who is told of such alerts.
  public var alerts: [String] = []

  /// Makes one that tells nobody.
  public init() {}

  /// Whether there is any way to tell.
  public var isUsable: Bool { command != nil || file != nil }
}

import ArgumentParser

/// What the process tells the shell; the README lists the same numbers.
extension ExitCode {
  /// A rule of the desk said no; nothing was changed.
  static let refused = ExitCode(2)
  /// The configuration or a token needs a person.
  static let misconfigured = ExitCode(3)
  /// The audit chain is broken.
  static let broken = ExitCode(4)
}

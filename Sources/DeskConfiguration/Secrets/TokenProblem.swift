/// Why a token could not be read; says where to look and never what was found.
public enum TokenProblem: Error, Hashable, Sendable {
  /// The file cannot be opened; the words are the system's.
  case unreadable(path: String, reason: String)
  /// It is not a plain file.
  case notAFile(path: String)
  /// It belongs to somebody else.
  case foreignOwner(path: String)
  /// Others may read or change it; the mode in octal digits.
  case tooOpen(path: String, mode: String)
  /// The variable is not set, or empty.
  case unset(variable: String)
  /// The command ended with a code other than 0, or by a signal.
  case commandFailed(code: Int32)
  /// The command could not be started.
  case commandNotStarted(reason: String)
  /// The command took longer than allowed.
  case commandTimedOut(seconds: Int)
  /// The first line is empty.
  case empty
  /// The first line has spaces or control characters in it, or is longer than 4096 bytes.
  case malformed
}

extension TokenProblem: CustomStringConvertible {
  /// The problem and how to mend it, in one sentence.
  public var description: String {
    switch self {
    case .unreadable(let path, let reason): "the token file \(path) cannot be read: \(reason)"
    case .notAFile(let path): "the token file \(path) is not a plain file"
    case .foreignOwner(let path):
      "the token file \(path) belongs to somebody else; it must belong to you"
    case .tooOpen(let path, let mode):
      "the token file \(path) is open to others (mode \(mode)); run: chmod 600 \(path)"
    case .unset(let variable): "the environment variable \(variable) is not set"
    case .commandFailed(let code): "the token command failed with code \(code)"
    case .commandNotStarted(let reason): "the token command could not be started: \(reason)"
    case .commandTimedOut(let seconds): "the token command took longer than \(seconds) s"
    case .empty: "the token is empty; it must be the first line"
    case .malformed: "the first line is not a token: it has spaces or control characters in it"
    }
  }
}

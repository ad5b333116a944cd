import Glibc

/// Runs a shell line with words on its standard input, for so long and no longer.
///
/// The words never stand in an argument or a variable, where other users of the machine could read
/// them, and nothing in them is ever taken for a part of the line.
public struct TellCommand: Sendable {
  private let line: String
  private let seconds: Int
  private let environment: [String: String]

  /// Makes a command that is stopped after `seconds`, at least 1.
  public init(line: String, seconds: Int, environment: [String: String]) {
    self.line = line
    self.seconds = max(1, seconds)
    self.environment = environment
  }

  /// Runs it and waits for its end; blocks for as long as it takes.
  /// - Returns: nil when it ended well, else why not, in words.
  public func run(_ words: String) -> String? {
    // mkstemp puts letters of its own in the place of these.
    let letters = String(repeating: "X", count: 6)
    var template = Array("/tmp/crisisdesk-tell-\(letters)".utf8CString)
    let file = mkstemp(&template)
    guard file >= 0 else { return "no place for the words: \(String(cString: strerror(errno)))" }
    let path = template.withUnsafeBufferPointer { bytes in
      String(decoding: bytes.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
    defer { unlink(path) }
    let isWritten = Self.write(Array(words.utf8), to: file)
    close(file)
    guard isWritten else { return "no room for the words" }
    let command = TokenCommand(
      line: line, seconds: seconds, environment: environment, input: path)
    do throws(TokenProblem) {
      _ = try command.output()
      return nil
    } catch {
      return switch error {
      case .commandTimedOut(let seconds): "not done after \(seconds) s, stopped"
      case .commandFailed(let code): "ended with code \(code)"
      case .commandNotStarted(let reason): reason
      default: "failed"
      }
    }
  }

  /// Adds a line to a file that only its owner may read; nil when it was done, else why not.
  public static func append(_ line: String, to path: String) -> String? {
    let file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { return "\(path): \(String(cString: strerror(errno)))" }
    defer { close(file) }
    return write(Array((line + "\n").utf8), to: file) ? nil : "\(path): no room"
  }

  private static func write(_ bytes: [UInt8], to file: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }
}

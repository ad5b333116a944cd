import DeskCore
import DeskStore
import DeskUI
import Glibc
import TerminalUI

/// What a process that has just begun does before its first frame is whole: the desk opened, and
/// every reading that the screen asks for at its start, in its order.
struct ColdOpen {
  /// Opens the database and reads what the first screen shows; to be called once a process.
  ///
  /// - Returns: milliseconds of each step as words, and their sum.
  static func run(path: String) throws -> String {
    var desk: DeskDatabase?
    var steps = [("open", try Measure.milliseconds { desk = try DeskDatabase(path: path) })]
    guard let desk else { return "" }
    var screen = BenchScreen(desk, now: try now(of: desk))
    screen.start { request, milliseconds in steps.append((name(of: request), milliseconds)) }
    steps.append(("sum", steps.reduce(0) { $0 + $1.1 }))
    return steps.map { "\($0.0) \(Measure.rounded($0.1))" }.joined(separator: " ")
  }

  private static func name(of request: LoadRequest) -> String {
    String("\(request)".prefix { $0 != "(" })
  }

  private static func now(of desk: DeskDatabase) throws -> Timestamp {
    try desk.stream(MentionFilter(), before: nil, limit: 1).mentions.first?.seenAt
      ?? Timestamp(seconds: 0)
  }
}

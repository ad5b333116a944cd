import Foundation
import Glibc
import Synchronization

/// A service process of a desk, which may be killed, stopped and started again.
final class Service: Sendable {
  private let program: String
  private let arguments: [String]
  private let environment: [String: String]
  private let output: String
  private let child = Mutex<Child?>(nil)

  init(program: String, arguments: [String], environment: [String: String], output: String) {
    self.program = program
    self.arguments = arguments
    self.environment = environment
    self.output = output
  }

  /// Starts it unless it runs.
  func start() throws {
    try child.withLock { child in
      if let running = child, running.isRunning { return }
      child = try Child(
        program, arguments, environment: environment, output: output, keepsOutput: true)
    }
  }

  /// Ends it without warning and waits until it is gone.
  func kill() async { await end(with: SIGKILL) }

  /// Asks it to end; after half a second it is ended.
  func end() async {
    let gone = child.withLock { $0 }
    gone?.send(SIGCONT)
    gone?.send(SIGTERM)
    for _ in 0..<50 where gone?.isRunning == true {
      try? await Task.sleep(for: .milliseconds(10))
    }
    await end(with: SIGKILL)
  }

  /// Stops it where it is.
  func freeze() { child.withLock { $0?.send(SIGSTOP) } }

  /// Lets it go on.
  func thaw() { child.withLock { $0?.send(SIGCONT) } }

  private func end(with signal: Int32) async {
    guard let gone = child.withLock({ $0 }) else { return }
    gone.send(signal)
    _ = await gone.end()
  }
}

/// Numbers for files.
final class Counter: Sendable {
  private let value = Atomic(0)
  func next() -> Int { value.add(1, ordering: .relaxed).newValue }
}

/// Programs of the system.
enum Tools {
  /// The path of a program, when there is one of that name.
  static func find(_ name: String) -> String? {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    return path.split(separator: ":").map { "\($0)/\(name)" }.first { access($0, X_OK) == 0 }
  }
}

import Foundation
import Glibc
import Synchronization

/// A process that was started, with its output in files.
///
/// Files and not pipes: a pipe that nobody empties would stop a program that prints much.
final class Child: Sendable {
  /// How a process ended.
  struct Ending: Sendable {
    /// Its exit code; nil when a signal ended it.
    let status: Int32?
    /// What it wrote to standard output.
    let output: String
    /// What it wrote to standard error.
    let error: String
  }

  let process: pid_t
  private let files: [String]
  private let ending = Mutex<Int32?>(nil)

  /// Starts a program by its path.
  init(
    _ path: String, _ arguments: [String], environment: [String: String] = [:], output: String,
    keepsOutput: Bool = false
  ) throws {
    files = [output + ".out", output + ".err"]
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    let flags = O_WRONLY | O_CREAT | (keepsOutput ? O_APPEND : O_TRUNC)
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, files[0], flags, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, files[1], flags, 0o600)
    for descriptor: Int32 in 3..<256 { posix_spawn_file_actions_addclose(&actions, descriptor) }
    var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) } + [nil]
    var settings: [UnsafeMutablePointer<CChar>?] =
      ProcessInfo.processInfo.environment.merging(environment) { $1 }
      .map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for word in words + settings { free(word) } }
    var process: pid_t = 0
    let problem = posix_spawn(&process, path, &actions, nil, &words, &settings)
    guard problem == 0 else {
      throw TortureProblem("cannot start \(path): \(String(cString: strerror(problem)))")
    }
    self.process = process
  }

  /// Whether it has not ended yet.
  var isRunning: Bool {
    ending.withLock { ending in
      guard ending == nil else { return false }
      var status: Int32 = 0
      guard waitpid(process, &status, WNOHANG) == process else { return true }
      ending = status
      return false
    }
  }

  /// Sends a signal, unless the process is over.
  func send(_ signal: Int32) {
    ending.withLock { ending in
      if ending == nil { kill(process, signal) }
    }
  }

  /// Waits for the end on a thread of its own, so that no task is held up.
  func end() async -> Ending {
    let status = await withCheckedContinuation { continuation in
      Thread.detachNewThread { [self] in continuation.resume(returning: wait()) }
    }
    return Ending(
      status: status & 0x7F == 0 ? (status >> 8) & 0xFF : nil, output: text(0), error: text(1))
  }

  private func wait() -> Int32 {
    // Waited for without reaping it: until that is done its number belongs to nobody else.
    var facts = siginfo_t()
    if !isRunning { return ending.withLock { $0 ?? 0 } }
    while waitid(P_PID, id_t(process), &facts, WEXITED | WNOWAIT) < 0, errno == EINTR {}
    return ending.withLock { ending in
      if let known = ending { return known }
      var status: Int32 = 0
      while waitpid(process, &status, 0) < 0, errno == EINTR {}
      ending = status
      return status
    }
  }

  private func text(_ file: Int) -> String {
    (try? Data(contentsOf: URL(fileURLWithPath: files[file])))
      .map { String(decoding: $0, as: UTF8.self) } ?? ""
  }
}

/// What keeps a run from being done at all; never a broken promise.
struct TortureProblem: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}

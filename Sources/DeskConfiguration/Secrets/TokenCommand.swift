import Glibc

/// Runs the command that prints a token, for so long and no longer; nothing of it is logged.
struct TokenCommand {
  /// What `/bin/sh -c` gets.
  let line: String
  /// After how many seconds it is stopped.
  let seconds: Int
  /// The variables it sees.
  let environment: [String: String]
  /// The file it reads.
  var input = "/dev/null"

  /// What the command printed, up to its first 8 KiB. What it complains
  /// about is dropped, because a complaint may quote the token.
  func output() throws(TokenProblem) -> [UInt8] {
    var pipeEnds: [Int32] = [0, 0]
    guard pipe(&pipeEnds) == 0 else {
      throw .commandNotStarted(reason: String(cString: strerror(errno)))
    }
    for end in pipeEnds { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let process: pid_t
    do {
      defer { close(pipeEnds[1]) }
      process = try start(writingTo: pipeEnds[1])
    } catch {
      close(pipeEnds[0])
      throw error
    }
    defer { close(pipeEnds[0]) }
    let deadline = Self.milliseconds() + Int64(seconds) * 1000
    let bytes = collect(from: pipeEnds[0], until: deadline)
    let code = wait(for: process, until: deadline)
    guard let bytes, let code else {
      kill(-process, SIGKILL)
      waitpid(process, nil, 0)
      throw .commandTimedOut(seconds: seconds)
    }
    guard code == 0 else { throw .commandFailed(code: code) }
    return bytes
  }

  /// In a group of its own, so that a time-out also ends what the command started; with every
  /// signal unblocked, because the desk blocks the ones it reads itself.
  private func start(writingTo output: Int32) throws(TokenProblem) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK))
    let words = ["/bin/sh", "-c", line].map { word in word.withCString { strdup($0) } }
    let variables = environment.map { name, value in "\(name)=\(value)".withCString { strdup($0) } }
    defer { (words + variables).forEach { free($0) } }
    var process: pid_t = 0
    let result = posix_spawn(
      &process, "/bin/sh", &actions, &attributes, words + [nil], variables + [nil])
    guard result == 0 else { throw .commandNotStarted(reason: String(cString: strerror(result))) }
    return process
  }

  /// Reads to the end of the output; nil when the time is over.
  private func collect(from descriptor: Int32, until deadline: Int64) -> [UInt8]? {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      let rest = deadline - Self.milliseconds()
      guard rest > 0 else { return nil }
      let ready = poll(&waiting, 1, Int32(rest))
      if ready < 0, errno == EINTR { continue }
      guard ready > 0 else { return nil }
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return bytes }
      if bytes.count < 8192 { bytes += buffer[..<count] }
    }
  }

  /// The exit code, 128 and the signal's number for a signal; nil when the time is over.
  private func wait(for process: pid_t, until deadline: Int64) -> Int32? {
    var status: Int32 = 0
    while true {
      let result = waitpid(process, &status, WNOHANG)
      if result == process { break }
      guard result == 0 || errno == EINTR, Self.milliseconds() < deadline else { return nil }
      usleep(5000)
    }
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }

  private static func milliseconds() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }
}

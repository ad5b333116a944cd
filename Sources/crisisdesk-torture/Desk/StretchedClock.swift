import DeskCore
import Foundation
import Glibc
import Synchronization

/// The clocks of the processes under test: a minute of theirs passes in a second of ours, and the
/// time of day jumps when told to.
///
/// A preloaded library gives them this time; `CStretchedClock` says what the file holds. The server
/// is another machine: its time goes as fast and does not jump.
final class StretchedClock: Sendable {
  /// How many seconds pass for a desk in one of ours.
  static let speed: Int64 = 60

  private let file: String
  private let library: String
  private let start: (realtime: Int64, monotonic: Int64)
  private let jump = Mutex<Int64>(0)

  /// Begins now; `library` is the path of the library to preload.
  init(file: String, library: String) throws {
    self.file = file
    self.library = library
    start = (Self.read(CLOCK_REALTIME), Self.read(CLOCK_MONOTONIC))
    guard access(library, R_OK) == 0 else {
      throw TortureProblem("there is no \(library): build everything with 'swift build'")
    }
    let fields = [Self.speed, start.realtime, start.monotonic, Self.read(CLOCK_BOOTTIME), 0]
    let bytes = fields.flatMap { field in
      (0..<8).map { UInt8(truncatingIfNeeded: field >> (8 * $0)) }
    }
    try Data(bytes).write(to: URL(fileURLWithPath: file))
  }

  /// What a process needs in its environment to live by this clock.
  var environment: [String: String] { ["LD_PRELOAD": library, "STRETCHED_CLOCK": file] }

  /// The time on the server, which nobody sets.
  var now: Timestamp {
    let spent = (Self.read(CLOCK_MONOTONIC) - start.monotonic) * Self.speed
    return Timestamp(milliseconds: (start.realtime + spent) / 1_000_000)
  }

  /// Sets the desk's time of day forward, or back, for every process at once.
  func jump(seconds: Int) throws {
    let total = jump.withLock { jump in
      jump += Int64(seconds) * 1_000_000_000
      return jump
    }
    let descriptor = open(file, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw TortureProblem("cannot write \(file)") }
    defer { close(descriptor) }
    var value = total.littleEndian
    guard pwrite(descriptor, &value, 8, 32) == 8 else {
      throw TortureProblem("cannot write \(file)")
    }
  }

  private static func read(_ clock: clockid_t) -> Int64 {
    var time = timespec()
    clock_gettime(clock, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }
}

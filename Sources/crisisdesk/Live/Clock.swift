import DeskCore
import DeskServices
import Glibc
import Synchronization

extension Timestamp {
  /// What time it is for this process: the machine's, or in a drill the drill's.
  static var now: Timestamp { ProcessClock.now }
}

/// The clock of this process: the machine's own, unless a drill set another, which runs faster.
enum ProcessClock {
  private struct Pace {
    let began: Timestamp
    let start: Timestamp
    let speed: Double
  }

  private static let pace = Mutex<Pace?>(nil)

  /// Lets the clock show `start` now and run so many times faster.
  static func run(from start: Timestamp, speed: Double) {
    let began = machine
    pace.withLock { $0 = Pace(began: began, start: start, speed: speed) }
  }

  static var now: Timestamp {
    let machine = machine
    return pace.withLock { pace in
      guard let pace else { return machine }
      let passed = Double(machine.since(pace.began).milliseconds) * pace.speed
      return pace.start.adding(Span(milliseconds: Int64(passed)))
    }
  }

  /// The same clock for the services, which wait by it.
  static let services = DeskClock(
    now: { now },
    sleepUntil: { until in
      let speed = pace.withLock { $0?.speed ?? 1 }
      let wait = Double(until.since(now).milliseconds) / speed
      if wait > 0 { try await Task.sleep(for: .milliseconds(Int64(wait.rounded(.up)))) }
    })

  private static var machine: Timestamp {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Timestamp(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
  }
}

import Glibc

/// Clocks, and figures made of what they say.
enum Measure {
  /// Seconds of a clock that never jumps.
  static func wall() -> Double { seconds(of: CLOCK_MONOTONIC) }

  /// Seconds of processor time this process has used.
  static func processor() -> Double { seconds(of: CLOCK_PROCESS_CPUTIME_ID) }

  private static func seconds(of clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Milliseconds of each of `times` runs.
  static func milliseconds(times: Int, _ body: (Int) throws -> Void) rethrows -> [Double] {
    try (0..<times).map { turn in
      let start = wall()
      try body(turn)
      return (wall() - start) * 1000
    }
  }

  /// Milliseconds of one run.
  static func milliseconds(_ body: () throws -> Void) rethrows -> Double {
    let start = wall()
    try body()
    return (wall() - start) * 1000
  }

  /// Median, 99th percentile and maximum as a line.
  static func summary(_ samples: [Double]) -> String {
    let sorted = samples.sorted()
    guard let last = sorted.last else { return "no samples" }
    let middle = sorted[sorted.count / 2]
    let high = sorted[min(sorted.count - 1, sorted.count * 99 / 100)]
    return "p50 \(rounded(middle)) ms, p99 \(rounded(high)) ms, max \(rounded(last)) ms"
  }

  /// A number with two decimals.
  static func rounded(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }

  /// Resident memory in megabytes.
  static func residentMegabytes() -> Double {
    guard let file = fopen("/proc/self/statm", "r") else { return 0 }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 128)
    guard fgets(&line, 128, file) != nil else { return 0 }
    let text = String(
      decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let pages = text.split(separator: " ").dropFirst().first.flatMap { Double($0) } ?? 0
    return pages * 4096 / 1e6
  }
}

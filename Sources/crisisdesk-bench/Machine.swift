import Glibc

/// What the machine was doing besides: figures mean little without it.
enum Machine {
  /// How long the machine has waited for a processor on average over one, five, fifteen minutes.
  static func load() -> String { text(of: "/proc/loadavg", upTo: 3) }

  /// How evenly it does the same piece of work 300 times: the noise under every figure.
  static func noise() -> String {
    var sum: UInt64 = 1
    let samples = Measure.milliseconds(times: 300) { turn in
      for number in 0..<400_000 { sum = (sum ^ UInt64(number &+ turn)) &* 0x9E37_79B9_7F4A_7C15 }
    }
    return Measure.summary(samples) + (sum == 0 ? "." : "")
  }

  /// How many processors there are.
  static func cores() -> Int { sysconf(Int32(_SC_NPROCESSORS_ONLN)) }

  private static func text(of path: String, upTo words: Int) -> String {
    guard let file = fopen(path, "r") else { return "unknown" }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 128)
    guard fgets(&line, 128, file) != nil else { return "unknown" }
    let text = String(
      decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return text.split(separator: " ").prefix(words).joined(separator: " ")
  }
}

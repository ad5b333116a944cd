import DeskCore
import DeskServices
import DeskStore
import Foundation

/// How long a pause takes from the key to the committed row: on a quiet desk, and while another
/// process stores mentions at a steady rate.
struct PauseBench {
  private let folder: String
  private let rows: Int
  private let rate: Int
  private let posts: Int
  private let samples: Int

  /// Reads `--rows`, `--rate`, `--posts`, `--samples` and `--desk`.
  init(_ arguments: Arguments) {
    folder = arguments.text("desk", "/tmp/crisisdesk-pause-\(getpid())")
    rows = arguments.number("rows", 200_000)
    rate = arguments.number("rate", 20_000)
    posts = arguments.number("posts", 20)
    samples = max(1, arguments.number("samples", 1000))
  }

  /// Fills a desk, measures, and prints.
  func run() throws {
    Console.say("machine: \(Machine.cores()) cores, load before \(Machine.load())")
    Console.say("noise: \(Machine.noise())")
    let executable = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    _ = try Self.wait(try start(executable, "fill", "--rows", "\(rows)"))
    let desk = try DeskDatabase(path: folder + "/desk.db")
    try schedule(on: desk)
    let stored = try desk.status(now: Self.now).total
    Console.say("desk: \(stored) mentions, \(posts) posts that each pause holds, \(samples) pauses")
    Console.say("pause, idle: " + Measure.summary(try pauses(on: desk)))
    let seconds = samples / 25 + 20
    let load = try start(executable, "feed", "--rate", "\(rate)", "--seconds", "\(seconds)")
    // What the first batches cost is not what is measured.
    usleep(2_000_000)
    let before = (try desk.status(now: Self.now).total, Measure.wall())
    let loaded = try pauses(on: desk)
    let after = (try desk.status(now: Self.now).total, Measure.wall())
    let isFeeding = load.process.isRunning
    load.process.terminate()
    _ = try? Self.wait(load)
    let real = Int(Double(after.0 - before.0) / (after.1 - before.1))
    Console.say("pause, \(rate) mentions/s coming in: " + Measure.summary(loaded))
    Console.say("stored meanwhile: \(real) mentions/s\(isFeeding ? "" : ", not to the end")")
    Console.say("load after: \(Machine.load())")
    desk.close()
    try FileManager.default.removeItem(atPath: folder)
  }

  /// Milliseconds of each pause, through the handler that a key and a verb use.
  private func pauses(on desk: DeskDatabase) throws -> [Double] {
    let rules = DeskRules(accounts: AccountBook())
    let handler = CommandHandler(store: desk, rules: rules)
    let seat = Seat("bench")
    return try (0..<samples).map { turn in
      // Not in step with anything that the other process does.
      usleep(UInt32(5_000 + turn * 7_919 % 10_000))
      let spent = try Measure.milliseconds {
        try handler.execute(.pause(.posts, reason: ""), as: seat, at: Self.now)
      }
      usleep(10_000)
      try handler.execute(.resume(reason: "measured", verdicts: [:]), as: seat, at: Self.now)
      return spent
    }
  }

  /// Posts far enough ahead that no pause makes them late.
  private func schedule(on desk: DeskDatabase) throws {
    let seat = Seat("bench")
    try desk.decide { transaction in
      for number in 0..<posts {
        let key = IdempotencyKey(rawValue: "bench-\(number)")
        let post = Outgoing(kind: .post, account: AccountID("bench"), text: "post \(number)")
        _ = try transaction.enqueue(
          post, dueAt: Self.now.adding(.days(1)), key: key, author: seat, at: Self.now)
      }
    }
  }

  private static var now: Timestamp {
    Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
  }

  private struct Load {
    let process: Process
    let output: Pipe
  }

  private func start(_ program: URL, _ arguments: String...) throws -> Load {
    let load = Load(process: Process(), output: Pipe())
    load.process.executableURL = program
    load.process.arguments = arguments + ["--desk", folder]
    load.process.standardOutput = load.output
    try load.process.run()
    return load
  }

  private static func wait(_ load: Load) throws -> String {
    let data = load.output.fileHandleForReading.readDataToEndOfFile()
    load.process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}

import DeskCore
import DeskStore
import DeskUI
import Foundation

/// How long the queue of a very full desk takes for what a hand does in it: opening, moving, claiming,
/// putting in another order. One frame is 16 ms.
struct QueueBench {
  private let folder: String
  private let rows: Int
  private let samples: Int

  /// Reads `--rows`, `--samples` and `--desk`.
  init(_ arguments: Arguments) {
    folder = arguments.text("desk", "/tmp/crisisdesk-queue-\(getpid())")
    rows = arguments.number("rows", 112_000)
    samples = max(10, arguments.number("samples", 500))
  }

  /// Fills a desk, measures, and prints.
  func run() throws {
    Console.say("machine: \(Machine.cores()) cores, load before \(Machine.load())")
    Console.say("noise: \(Machine.noise())")
    try DeskFiller(Arguments(["--desk", folder, "--rows", "\(rows)"])).fill()
    let desk = try DeskDatabase(path: folder + "/desk.db")
    let now = Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
    Console.say(
      "open mentions: \(try desk.status(now: now).open), one in ten in the conversation of another; "
        + "\(samples) of each")
    measureOpening(desk, now)
    var screen = BenchScreen(desk, now: now)
    screen.start()
    _ = screen.act(.queue)
    report("move down", .down, &screen)
    report("half a page down", .halfDown, &screen)
    report("half a page up", .halfUp, &screen)
    report("other order", .order, &screen)
    report("next breach", .nextBreach, &screen)
    _ = screen.act(.first)
    report("claim", .claim, after: [.release, .down], &screen)
    report("no action", .noAction, after: [.undo, .down], &screen)
    Console.say("load after: \(Machine.load())")
    desk.close()
    try FileManager.default.removeItem(atPath: folder)
  }

  /// The first frame of a desk that is open already, and the queue on the whole screen.
  private func measureOpening(_ desk: DeskDatabase, _ now: Timestamp) {
    let times = Measure.milliseconds(times: max(10, samples / 5)) { _ in
      var screen = BenchScreen(desk, now: now)
      screen.start()
      _ = screen.act(.queue)
    }
    Console.say("open the queue: " + Measure.summary(times))
  }

  /// Times an act; what `after` names puts back what it did and is not timed.
  private func report(
    _ name: String, _ verb: Verb, after: [Verb] = [], _ screen: inout BenchScreen
  ) {
    var painted: [Double] = []
    var answered: [Double] = []
    var settled: [Double] = []
    for _ in 0..<samples {
      let time = screen.act(verb)
      painted.append(time.painted)
      if let decided = time.answered { answered.append(decided) }
      settled.append(time.settled)
      for verb in after { _ = screen.act(verb) }
    }
    Console.say("\(name): frame " + Measure.summary(painted))
    if !answered.isEmpty { Console.say("\(name): decided " + Measure.summary(answered)) }
    Console.say("\(name): with all that follows " + Measure.summary(settled))
  }
}

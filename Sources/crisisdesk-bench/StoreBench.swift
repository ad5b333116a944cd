import DeskCore
import DeskStore
import Glibc

/// Fills a database with invented mentions and says how fast it takes them and answers.
struct StoreBench {
  let batch: Int
  let path: String
  let start = Timestamp(seconds: 1_760_000_000)
  var source: SyntheticMentions
  var table: BenchTable
  private let marks: [Int]
  private let hasRandomIDs: Bool

  /// Reads `--rows` (several with commas), `--batch`, `--ids` and `--db`.
  init(_ arguments: Arguments) {
    let rows = arguments.text("rows", "1000000")
    marks = rows.split(separator: ",").compactMap { Int($0) }.sorted()
    batch = arguments.number("batch", 250)
    path = arguments.text("db", "/tmp/crisisdesk-bench-\(getpid()).sqlite")
    hasRandomIDs = arguments.text("ids", "counting") == "random"
    source = SyntheticMentions(seed: 7, start: start, hasRandomIDs: hasRandomIDs)
    table = BenchTable(columns: marks.map(String.init))
  }

  /// Runs everything and prints it.
  mutating func run() throws {
    Console.say("machine: \(Machine.cores()) cores, load before \(Machine.load())")
    Console.say("noise: \(Machine.noise())")
    Console.say("ids: \(hasRandomIDs ? "random" : "counting upwards"), batches of \(batch)")
    let desk = try DeskDatabase(path: path)
    var stored = try desk.status(now: start).total
    for _ in 0..<stored { _ = source.next() }
    for (column, mark) in marks.enumerated() {
      try fill(desk, from: stored, to: mark, column: column)
      stored = mark
      let bytes = try Self.size(path)
      table.put("bytes a mention", "\(bytes / max(1, stored))", column: column)
      try measureOpening(column)
      try measureReads(desk, column)
      stored += try measureDecisions(desk, column)
      table.put(
        "resident memory, MB", Measure.rounded(Measure.residentMegabytes()), column: column)
    }
    for line in table.lines { Console.say(line) }
    Console.say("load after: \(Machine.load())")
    desk.close()
  }

  private static func size(_ path: String) throws -> Int {
    var facts = stat()
    return stat(path, &facts) == 0 ? Int(facts.st_size) : 0
  }
}

extension Span {
  /// A span of milliseconds.
  static func milliseconds(_ count: Int64) -> Span { Span(milliseconds: count) }
}

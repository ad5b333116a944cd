import DeskCore
import DeskStore
import Glibc

extension StoreBench {
  /// Prepares batches before the clock runs, so that only the store is measured.
  mutating func fill(_ desk: DeskDatabase, from first: Int, to mark: Int, column: Int) throws {
    var done = first
    var all = Spent()
    var last = Spent()
    while done < mark {
      let batches = (0..<min(20, (mark - done + batch - 1) / batch)).map { _ in
        source.batch(of: batch)
      }
      let (wall, processor) = (Measure.wall(), Measure.processor())
      for batch in batches { _ = try desk.store(batch) }
      let spent = Spent(
        rows: batches.count * batch, wall: Measure.wall() - wall,
        processor: Measure.processor() - processor)
      all.add(spent)
      if mark - done <= 100_000 { last.add(spent) }
      done += spent.rows
    }
    guard all.rows > 0 else { return }
    table.put("intake, mentions/s, from the column before", all.rate, column: column)
    table.put("intake, mentions/s, last 100,000", last.rate, column: column)
    table.put("intake, us of CPU a mention", all.cost, column: column)
  }

  private struct Spent {
    var rows = 0
    var wall = 0.0
    var processor = 0.0
    var rate: String { "\(Int(Double(rows) / max(wall, 1e-9)))" }
    var cost: String { Measure.rounded(processor / Double(max(rows, 1)) * 1e6) }

    mutating func add(_ other: Spent) {
      rows += other.rows
      wall += other.wall
      processor += other.processor
    }
  }

  /// How long a decision takes while another connection stores batches without a pause; returns
  /// how many mentions that stored.
  mutating func measureDecisions(_ desk: DeskDatabase, _ column: Int) throws -> Int {
    let quiet = try Measure.milliseconds(times: 300) { try judge(desk, turn: $0) }
    table.put("judge, quiet", Measure.summary(quiet), column: column)
    let load = try IntakeLoad(path: path, source: source, batch: batch)
    load.begin()
    var judging: [Double] = []
    var pausing: [Double] = []
    for turn in 0..<1000 {
      usleep(5_000)
      judging.append(try Measure.milliseconds { try judge(desk, turn: turn) })
      usleep(5_000)
      pausing.append(try Measure.milliseconds { try pause(desk, turn: turn) })
    }
    var pages: [Double] = []
    for _ in 0..<300 {
      usleep(1_000)
      pages.append(
        try Measure.milliseconds { _ = try desk.queue(MentionFilter(), after: nil, limit: 50) })
    }
    let (rate, stored) = load.end()
    source = load.rest
    table.put("judge, under full intake", Measure.summary(judging), column: column)
    table.put("pause, under full intake", Measure.summary(pausing), column: column)
    table.put("queue page, under full intake", Measure.summary(pages), column: column)
    table.put("intake meanwhile, mentions/s", "\(rate)", column: column)
    return stored
  }

  private func judge(_ desk: DeskDatabase, turn: Int) throws {
    try desk.decide { transaction in
      let id = MentionID(rawValue: Int64(turn + 1))
      let to: MentionState = try transaction.mention(id)?.state == .open ? .noAction : .open
      try transaction.set(id, state: to, snoozedUntil: nil)
      try transaction.audit(
        AuditNote(action: "judge", subject: "mention \(id)"), seat: Seat("bench"), at: start)
    }
  }

  private func pause(_ desk: DeskDatabase, turn: Int) throws {
    try desk.decide { transaction in
      let standing = try transaction.pauses()
      if standing.isEmpty {
        _ = try transaction.beginPause(.posts, reason: "", seat: Seat("bench"), at: start)
      } else {
        for pause in standing {
          try transaction.endPause(
            pause.id, reason: "measured", seat: Seat("bench"), at: start)
        }
      }
      try transaction.audit(AuditNote(action: "pause"), seat: Seat("bench"), at: start)
    }
  }
}

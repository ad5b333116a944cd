import DeskCore
import DeskStore
import Glibc
import Synchronization

/// Fills a database with invented mentions and says how fast it takes them and answers.
struct StoreBench {
  private let rows: Int
  private let batch: Int
  private let path: String
  private let start = Timestamp(seconds: 1_760_000_000)

  /// Reads `--rows`, `--batch` and `--db`.
  init(_ arguments: Arguments) {
    rows = arguments.number("rows", 1_000_000)
    batch = arguments.number("batch", 250)
    path = arguments.text("db", "/tmp/crisisdesk-bench-\(getpid()).sqlite")
  }

  /// Runs everything and prints it.
  func run() throws {
    let desk = try DeskDatabase(path: path)
    let stored = try desk.status(now: start).total
    var source = SyntheticMentions(seed: 7, start: start)
    for _ in 0..<stored { _ = source.next() }
    try fill(desk, from: &source, stored: stored)
    try measureReads(desk)
    try measureDecisions(desk, source: source)
    let bytes = try Self.size(path)
    let total = try desk.status(now: start).total
    Console.say("size: \(bytes / 1_000_000) MB, \(bytes / max(1, total)) bytes a mention")
    Console.say("resident: \(Measure.rounded(Measure.residentMegabytes())) MB")
  }

  /// Prepares batches before the clock runs, so that only the store is measured.
  private func fill(_ desk: DeskDatabase, from source: inout SyntheticMentions, stored: Int) throws
  {
    var done = stored
    while done < rows {
      let mark = min(rows, done + 200_000)
      var wall = 0.0
      var processor = 0.0
      let first = done
      while done < mark {
        let batches = (0..<min(20, (mark - done + batch - 1) / batch)).map { _ in
          source.batch(of: batch)
        }
        let (wallStart, processorStart) = (Measure.wall(), Measure.processor())
        for batch in batches { _ = try desk.store(batch) }
        wall += Measure.wall() - wallStart
        processor += Measure.processor() - processorStart
        done += batches.count * batch
      }
      let count = Double(done - first)
      Console.say(
        "intake to \(done): \(Int(count / wall))/s, "
          + "\(Measure.rounded(processor / count * 1e6)) us CPU a row, "
          + "\(Int(count / processor))/s of one core")
    }
  }

  private func measureReads(_ desk: DeskDatabase) throws {
    let newest = try desk.status(now: start).newest
    let now = start.adding(.milliseconds(newest * 100))
    let every = MentionFilter()
    try report("status", 200) { _ in _ = try desk.status(now: now) }
    try report("stream page 50", 200) { _ in _ = try desk.stream(every, before: nil, limit: 50) }
    try report("stream page 50 anywhere", 200) { turn in
      let id = MentionID(rawValue: newest * Int64(turn + 1) / 200)
      _ = try desk.stream(every, before: id, limit: 50)
    }
    try report("queue page 50", 200) { _ in _ = try desk.queue(every, after: nil, limit: 50) }
    var position: QueuePosition?
    try report("queue pages on and on", 200) { _ in
      let page = try desk.queue(every, after: position, limit: 50)
      position = page.mentions.last.map { mention in
        let urgency = Urgency(
          mood: mention.mood, followers: mention.incoming.author.followers,
          visibility: mention.incoming.visibility)
        return QueuePosition(rank: urgency.rank(seenAt: mention.seenAt), id: mention.id)
      }
    }
    try report("mood 7 days", 50) { _ in
      _ = try desk.mood(from: now.adding(.days(-7)), to: now, bucketSeconds: 3600)
    }
    for text in ["refund", "refu*", "order refund", "\"my order\"", "الطلب", "заказ", "返金して", "返金"]
    {
      var filter = MentionFilter()
      filter.text = text
      try report("search \(text)", 50) { _ in _ = try desk.stream(filter, before: nil, limit: 50) }
    }
    var filter = MentionFilter()
    filter.text = "refund"
    try report("queue search refund", 20) { _ in _ = try desk.queue(filter, after: nil, limit: 50) }
    try report("counts refund", 20) { _ in _ = try desk.counts(filter, cap: 1000) }
    filter.text = ""
    filter.languages = [.uzbek]
    filter.sentiments = [.positive]
    try report("stream uzbek positive", 50) { _ in
      _ = try desk.stream(filter, before: nil, limit: 50)
    }
    try report("counts uzbek positive", 20) { _ in _ = try desk.counts(filter, cap: 1000) }
    Console.say("resident after reads: \(Measure.rounded(Measure.residentMegabytes())) MB")
  }

  private func report(_ name: String, _ times: Int, _ body: (Int) throws -> Void) throws {
    Console.say("\(name): \(Measure.summary(try Measure.milliseconds(times: times, body)))")
  }

  /// How long a decision takes while another connection stores batches without a pause.
  private func measureDecisions(_ desk: DeskDatabase, source: SyntheticMentions) throws {
    let quiet = try Measure.milliseconds(times: 300) { try decide(desk, turn: $0) }
    Console.say("decision, quiet: \(Measure.summary(quiet))")
    let load = try IntakeLoad(path: path, source: source, batch: batch)
    load.begin()
    var busy: [Double] = []
    for turn in 0..<1000 {
      usleep(3_000)
      busy += try Measure.milliseconds(times: 1) { _ in try decide(desk, turn: turn) }
    }
    let pages = try Measure.milliseconds(times: 300) { _ in
      _ = try desk.queue(MentionFilter(), after: nil, limit: 50)
    }
    let rate = load.end()
    Console.say("decision, under full intake (\(rate)/s): \(Measure.summary(busy))")
    Console.say("queue page, under full intake: \(Measure.summary(pages))")
  }

  private func decide(_ desk: DeskDatabase, turn: Int) throws {
    try desk.decide { transaction in
      let id = MentionID(rawValue: Int64(turn + 1))
      let to: MentionState = try transaction.mention(id)?.state == .open ? .noAction : .open
      try transaction.set(id, state: to, snoozedUntil: nil)
      try transaction.audit(
        AuditNote(action: "judge", subject: "mention \(id)"), seat: Seat("bench"), at: start)
    }
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

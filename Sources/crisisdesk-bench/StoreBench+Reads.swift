import DeskCore
import DeskStore
import Foundation

extension StoreBench {
  /// Opens the desk and reads the first screen in processes of their own.
  mutating func measureOpening(_ column: Int) throws {
    let sums = try (0..<20).map { _ in
      let child = Process()
      child.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
      child.arguments = ["open", "--db", path]
      let pipe = Pipe()
      child.standardOutput = pipe
      try child.run()
      let data = pipe.fileHandleForReading.readDataToEndOfFile()
      child.waitUntilExit()
      let words = String(decoding: data, as: UTF8.self).split(whereSeparator: \.isWhitespace)
      return words.last.flatMap { Double($0) } ?? .infinity
    }
    table.put("new process: open and first pages", Measure.summary(sums), column: column)
  }

  /// Times every question the screen asks.
  mutating func measureReads(_ desk: DeskDatabase, _ column: Int) throws {
    let newest = try desk.status(now: start).newest
    let now = start.adding(.milliseconds(newest * 100))
    let every = MentionFilter()
    try report("status", 200, column) { _ in _ = try desk.status(now: now) }
    try report("stream page 50, newest", 200, column) { _ in
      _ = try desk.stream(every, before: nil, limit: 50)
    }
    try report("stream page 50, anywhere", 200, column) { turn in
      let id = MentionID(rawValue: newest * Int64(turn + 1) / 200)
      _ = try desk.stream(every, before: id, limit: 50)
    }
    try report("queue page 50, first", 200, column) { _ in
      _ = try desk.queue(every, after: nil, limit: 50)
    }
    try report("queue page 50, on and on", 200, column) { [pages = Pages(desk)] _ in
      try pages.next()
    }
    try report("graph, 7 days", 50, column) { _ in
      _ = try desk.mood(from: now.adding(.days(-7)), to: now, bucketSeconds: 3600)
    }
    try measureFilters(desk, column)
    try measureSearch(desk, column)
    let handle = try desk.stream(every, before: nil, limit: 1).mentions[0].incoming.author.handle
    try report("author card", 50, column) { _ in
      _ = try desk.author(handle: handle, platform: .demo)
    }
  }

  private mutating func measureFilters(_ desk: DeskDatabase, _ column: Int) throws {
    let filters: [(String, (inout MentionFilter) -> Void)] = [
      (
        "positive Uzbek questions",
        { filter in
          filter.languages = [.uzbek]
          filter.sentiments = [.positive]
          filter.intents = [.question]
        }
      ),
      ("a language nobody wrote", { $0.languages = [Language(rawValue: "xx")] }),
      ("a platform without mentions", { $0.platforms = [.mastodon] }),
      ("snoozed", { $0.states = [.snoozed] }),
      (
        "a word that only Arabic has, in Russian",
        { filter in
          filter.text = "الطلب"
          filter.languages = [.russian]
        }
      ),
      ("a sign no index holds", { $0.text = "☃" }),
    ]
    for (name, change) in filters {
      var filter = MentionFilter()
      change(&filter)
      try report("stream, \(name)", 20, column) { _ in
        _ = try desk.stream(filter, before: nil, limit: 50)
      }
      try report("queue, \(name)", 20, column) { _ in
        _ = try desk.queue(filter, after: nil, limit: 50)
      }
      try report("counts, \(name)", 20, column) { _ in _ = try desk.counts(filter, cap: 1000) }
    }
  }

  private mutating func measureSearch(_ desk: DeskDatabase, _ column: Int) throws {
    var all: [Double] = []
    for text in [
      "refund", "order refund", "\"my order\"", "الطلب", "заказ", "返金して", "返金", "#acme",
    ] {
      var filter = MentionFilter()
      filter.text = text
      all += try Measure.milliseconds(times: 50) { _ in
        _ = try desk.stream(filter, before: nil, limit: 50)
      }
    }
    table.put("search, 8 questions", Measure.summary(all), column: column)
    var filter = MentionFilter()
    filter.text = "refu*"
    try report("search, a beginning", 20, column) { _ in
      _ = try desk.stream(filter, before: nil, limit: 50)
    }
    filter.text = "refund"
    try report("queue, search", 20, column) { _ in
      _ = try desk.queue(filter, after: nil, limit: 50)
    }
    try report("counts, search", 20, column) { _ in _ = try desk.counts(filter, cap: 1000) }
    filter.text = "the"
    try report("queue, search for what many wrote", 10, column) { _ in
      _ = try desk.queue(filter, after: nil, limit: 50)
    }
  }

  private mutating func report(
    _ name: String, _ times: Int, _ column: Int, _ body: (Int) throws -> Void
  ) throws {
    let samples = try Measure.milliseconds(times: times, body)
    table.put(name, Measure.summary(samples), column: column)
  }
}

/// Goes down the queue page by page.
private final class Pages {
  private let desk: DeskDatabase
  private var position: QueuePosition?

  init(_ desk: DeskDatabase) { self.desk = desk }

  func next() throws {
    let page = try desk.queue(MentionFilter(), after: position, limit: 50)
    position = page.mentions.last.map { QueuePosition($0) }
  }
}

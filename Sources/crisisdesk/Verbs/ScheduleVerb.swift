import ArgumentParser
import DeskConfiguration
import DeskCore
import DeskStore
import DeskUI
import Foundation
import TerminalUI

/// `crisisdesk schedule`: many posts at once, repeated ones, and what is planned.
struct ScheduleVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schedule", abstract: "Read posts from a file, and list what is planned.",
    subcommands: [List.self, Import.self, Stop.self], defaultSubcommand: List.self)

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the posts of the coming days by local time, then the series.")
    @OptionGroup var desk: DeskOptions
    @Option(help: "How many days ahead, 1 to 36600.") var days = 31

    func run() throws {
      guard (1...36_600).contains(days) else { throw ValidationError("--days takes 1 to 36600") }
      let session = try desk.open()
      let now = Timestamp.now
      let items = try session.store.posts(
        from: now.adding(.days(-1)), to: now.adding(.days(Int64(days))), limit: 10_000)
      for item in items { try session.print(item) }
      for series in try session.store.series() { try session.print(series) }
    }
  }

  struct Stop: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "End a series and drop the post of it that waits.")
    @OptionGroup var desk: DeskOptions
    @Argument(help: "The number of the series.") var id: Int64

    func run() throws { try desk.open().perform(.endSeries(SeriesID(rawValue: id))) }
  }
}

/// A line of `schedule import` as it is printed.
struct PlanRecord: Encodable {
  let line: Int
  let ok: Bool
  let account: String?
  let dueAt: String?
  let localTime: String?
  let zone: String?
  let text: String?
  let tag: String?
  let `repeat`: String?
  let notes: [String]
  let problem: String?

  init(_ outcome: PlanCheck.Outcome, now: Timestamp) {
    let post = outcome.post
    line = outcome.line
    ok = post != nil
    account = post?.account.rawValue
    dueAt = post?.dueAt.rfc3339
    localTime = post.map(DeskSession.localTime)
    zone = post?.zone
    text = post?.text
    tag = post?.tag
    self.repeat = post?.repeats?.description
    var notes = [CommandLineWords.fit(outcome.fit)].compactMap(\.self)
    if let from = outcome.movedFrom { notes.append("moved from \(from.rfc3339) to be apart") }
    self.notes = notes + outcome.warnings.map(CommandLineWords.warning)
    problem = outcome.problem.map { CommandLineWords.problem($0, now: now) }
  }

  /// The same for a person.
  var words: String {
    guard let account, let localTime, let zone, let dueAt, let text else {
      return "line \(line)\tBAD\t\(problem ?? "")"
    }
    let marks = [tag.map { "#\($0)" }, self.repeat].compactMap(\.self)
    let tail = notes.isEmpty ? [] : ["(\(notes.joined(separator: "; ")))"]
    let fields = ["\(localTime) \(zone)", dueAt, account, text] + marks + tail
    return "line \(line)\tok\t" + fields.map { SafeText.line($0) }.joined(separator: "\t")
  }

  private enum CodingKeys: String, CodingKey {
    case line, ok, account, zone, text, tag, `repeat`, notes, problem
    case dueAt = "due_at"
    case localTime = "local"
  }
}

/// A series as the verbs print it.
struct SeriesRecord: Encodable {
  let series: Int64
  let account: String
  let rule: String
  let zone: String
  let tag: String?
  let text: String
  let made: Int

  init(_ series: PostSeries) {
    self.series = series.id.rawValue
    account = series.account.rawValue
    rule = series.rule.description
    zone = series.zone
    tag = series.tag
    text = series.text
    made = series.made
  }
}

extension DeskSession {
  /// The local time of a planned post as `2026-12-01 09:00`.
  static func localTime(_ post: PlannedPost) -> String {
    let time = (zones(post.zone) ?? .utc).civil(post.dueAt)
    return "\(time.dateText) \(time.clockText)"
  }

  func print(_ item: OutgoingItem) throws {
    if json { return try Output.json(ItemRecord(item)) }
    let time = (Self.zones(configuration.zone) ?? .utc).civil(item.dueAt)
    let marks = [item.content.tag.map { "#\($0)" }, item.content.series.map { "series \($0)" }]
      .compactMap(\.self).joined(separator: " ")
    let text = SafeText.line(item.content.text)
    Output.line(
      "\(item.id)\t\(time.weekdayCode) \(time.dateText) \(time.clockText)\t\(item.dueAt.rfc3339)"
        + "\t\(item.state.rawValue)\t\(item.content.account)\t\(SafeText.line(marks))\t\(text)")
  }

  func print(_ series: PostSeries) throws {
    if json { return try Output.json(SeriesRecord(series)) }
    let text = SafeText.line(series.text)
    Output.line(
      "series \(series.id)\t\(series.rule) \(series.zone)\tmade \(series.made)"
        + "\t\(series.account)\t\(text)")
  }

  /// Reads a rule for a post that a person schedules by hand.
  func rule(_ text: String, of post: PlannedPost) throws -> RepeatRule {
    guard let clock = Self.zones(post.zone) else {
      throw ValidationError(CommandLineWords.problem(.noZone(post.zone), now: .now))
    }
    do { return try PlanTime(post.dueAt, clock: clock).rule(text) } catch {
      throw ValidationError(CommandLineWords.problem(error, now: .now))
    }
  }

  /// Tells of posts that are nearly the same or too near; schedules all the same.
  func warn(of post: PlannedPost) throws {
    let me = PostNeighbour(
      .line(0), account: post.account, text: post.text, dueAt: post.dueAt)
    let around = try neighbours(from: post.dueAt, to: post.dueAt).neighbours
    for warning in me.warnings(among: around, spacing: spacing[post.account]) {
      Output.note("warning: \(CommandLineWords.warning(warning))")
    }
  }

  /// The stored posts that can be neighbours of posts in a range.
  func neighbours(from: Timestamp, to: Timestamp) throws -> [OutgoingItem] {
    let memory = PostNeighbour.memory
    return try store.posts(
      from: from.adding(Span(milliseconds: -memory.milliseconds)),
      to: to.adding(memory).adding(.seconds(1)), limit: 100_000)
  }
}

extension CivilTime {
  fileprivate var weekdayCode: String { CivilDay(self).weekday.code }
}

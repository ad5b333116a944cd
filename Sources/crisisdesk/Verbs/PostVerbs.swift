import ArgumentParser
import DeskConfiguration
import DeskCore
import DeskStore
import TerminalUI

/// `crisisdesk post`: the brand's own scheduled posts.
struct PostVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "post", abstract: "Schedule, list, move and drop the brand's own posts.",
    subcommands: [Add.self, List.self, Move.self, Drop.self], defaultSubcommand: List.self)

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Schedule a post.")
    @OptionGroup var desk: DeskOptions
    @Option(help: "When: '+30m', '14:30', '2026-12-01 09:00' in the desk's zone.") var at: String
    @Option(help: "The account; may be left out when the desk has one.") var account: String?
    @Option(help: "The campaign it belongs to.") var tag: String?
    @Option(
      name: .customLong("repeat"),
      help:
        "Comes again: 'daily', 'weekly mon,thu', 'monthly 15' or 'monthly last', then 'until DAY' or 'count N'."
    )
    var rule: String?
    @Option(help: "The zone of --repeat, an IANA name; else the desk's.") var zone: String?
    @Argument(help: "The text; '-' reads it from standard input.") var text: String

    func run() throws {
      let session = try desk.open()
      let words = text == "-" ? Input.all() : text
      let account = try session.account(named: account)
      let due = try session.time(at)
      var post = PlannedPost(
        account: account, text: words, dueAt: due, tag: tag,
        zone: zone ?? session.configuration.zone)
      if let rule { post.repeats = try session.rule(rule, of: post) }
      try session.warn(of: post)
      guard post.repeats == nil else { return try session.perform(.schedulePosts([post])) }
      try session.perform(.schedulePost(account: account, text: words, dueAt: due, tag: tag))
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List posts, by time.")
    @OptionGroup var desk: DeskOptions

    func run() throws {
      let session = try desk.open()
      for item in try session.store.posts(now: .now, limit: 1000) {
        if desk.json {
          try Output.json(ItemRecord(item))
        } else {
          let text = SafeText.line(item.content.text)
          Output.line("\(item.id)\t\(item.dueAt.rfc3339)\t\(item.state.rawValue)\t\(text)")
        }
      }
      for post in try session.store.nativePosts() where !desk.json {
        let text = SafeText.line(post.text)
        Output.line("-\t\(post.dueAt.rfc3339)\ton \(post.account): \(post.hold.rawValue)\t\(text)")
      }
    }
  }

  struct Move: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Move a post to another time.")
    @OptionGroup var desk: DeskOptions
    @Option(help: "When, as for 'add'.") var at: String
    @Argument(help: "The id of the post.") var id: Int64

    func run() throws {
      let session = try desk.open()
      let due = try session.time(at)
      try session.perform(.reschedule(OutgoingID(rawValue: id), dueAt: due))
    }
  }

  struct Drop: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Drop a post that has not left.")
    @OptionGroup var desk: DeskOptions
    @Argument(help: "The id of the post.") var id: Int64

    func run() throws { try desk.open().perform(.dropPost(OutgoingID(rawValue: id))) }
  }
}

/// `crisisdesk level`: shows or moves the level.
struct LevelVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "level", abstract: "Move the level: calm, watch, incident or crisis.")

  @OptionGroup var desk: DeskOptions
  @Option(help: "Why.") var reason: String
  @Argument(help: "The level.") var level: String

  func run() throws {
    guard let level = Level(name: level) else {
      throw ValidationError("'\(level)' is no level; give calm, watch, incident or crisis")
    }
    try desk.open().perform(.setLevel(level, reason: reason))
  }
}

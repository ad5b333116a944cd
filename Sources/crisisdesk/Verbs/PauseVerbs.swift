import ArgumentParser
import DeskCore
import DeskUI

/// What part of a desk a pause is over.
struct PauseTargetOptions: ParsableArguments {
  @Option(help: "Only what leaves by this account.") var account: String?
  @Option(help: "Only what carries this tag.") var tag: String?

  func validate() throws {
    guard account == nil || tag == nil else {
      throw ValidationError("give --account or --tag, not both: two pauses can stand at once")
    }
  }

  /// The target; nil when neither is given.
  func target(_ session: DeskSession) throws -> PauseTarget? {
    if let account { return .account(try session.account(named: account)) }
    guard let tag else { return nil }
    guard let word = PostTag.stored(tag) else { throw ValidationError("the tag is empty") }
    return .tag(word)
  }
}

/// `crisisdesk pause`: stops what leaves.
struct PauseVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pause",
    abstract:
      "Stop every scheduled post, or those of an account or tag; asking again never resumes.")

  @OptionGroup var desk: DeskOptions
  @OptionGroup var over: PauseTargetOptions
  @Flag(help: "Stop answers to people as well.") var all = false
  @Option(help: "Why; may be said later.") var reason = ""
  @Option(
    help: "Remind every so often that the pause stands, as 30m or 2h; nothing resumes by itself.")
  var remind: String?

  func run() throws {
    let session = try desk.open()
    let target = try over.target(session) ?? .desk
    let every = try remind.map { text in
      guard let span = CommandLineWords.span(text) else {
        throw ValidationError("'\(text)' is no length of time; give 30m or 2h, at most a week")
      }
      return span
    }
    try session.perform(
      .pause(all ? .everything : .posts, over: target, remindEvery: every, reason: reason))
  }
}

/// `crisisdesk receipt`: what the pauses that stand have done, as it is now.
struct ReceiptVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "receipt",
    abstract: "Print what each standing pause did: since when, held, in flight, not held and why.")

  @OptionGroup var desk: DeskOptions

  func run() throws {
    let session = try desk.open()
    let receipts = try session.receipts()
    if receipts.isEmpty { Output.note("nothing is paused") }
    for receipt in receipts { try session.print(receipt) }
  }
}

/// `crisisdesk resume`: ends one pause or all, after every overdue post got a verdict.
struct ResumeVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resume",
    abstract: "End every pause, or one; each post whose time has passed needs a verdict.")

  @OptionGroup var desk: DeskOptions
  @OptionGroup var over: PauseTargetOptions
  @Option(help: "Why it is safe to go on.") var reason: String
  @Option(name: .customLong("drop"), help: "Posts that never leave.") var dropped: [Int64] = []
  @Option(name: .customLong("send"), help: "Posts that leave now.") var sent: [Int64] = []
  @Option(name: .customLong("move"), help: "A post and its new time, as ID=TIME.")
  var moved: [String] = []

  func run() throws {
    let session = try desk.open()
    var verdicts: [OutgoingID: ResumeVerdict] = [:]
    for id in dropped { verdicts[OutgoingID(rawValue: id)] = .drop }
    for id in sent { verdicts[OutgoingID(rawValue: id)] = .send }
    for pair in moved {
      let parts = pair.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, let id = Int64(parts[0]) else {
        throw ValidationError("'\(pair)' is not of the form ID=TIME")
      }
      verdicts[OutgoingID(rawValue: id)] = .reschedule(try session.time(String(parts[1])))
    }
    try session.perform(
      .resume(try over.target(session), reason: reason, verdicts: verdicts))
  }
}

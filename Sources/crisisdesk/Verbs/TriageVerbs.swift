import ArgumentParser
import DeskCore
import DeskStore
import DeskUI
import TerminalUI

/// `crisisdesk queue`: what waits for an answer.
struct QueueVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "queue",
    abstract: "List the mentions that wait for an answer, first who waits too long.")

  @OptionGroup var desk: DeskOptions
  @Option(help: "How many to print at most.") var limit = 50
  @Option(help: "What comes first: breach or urgency.") var order = QueueOrder.breach.rawValue
  @Argument(help: "A filter such as 'lang:uz sentiment:negative refund'.") var filter: [String] = []

  func run() throws {
    guard let order = QueueOrder(rawValue: order) else {
      throw ValidationError("'\(order)' is no order; give breach or urgency")
    }
    let session = try desk.open()
    let parsed = try session.filter(filter.joined(separator: " "))
    var position: QueuePosition?
    var left = limit
    while left > 0 {
      let page = try session.store.queue(parsed, by: order, after: position, limit: min(left, 500))
      for mention in page.mentions { try print(mention) }
      left -= page.mentions.count
      guard page.hasMore, let last = page.mentions.last else { return }
      position = QueuePosition(last)
    }
  }

  private func print(_ mention: Mention) throws {
    if desk.json { return try Output.json(MentionRecord(mention)) }
    let mood = "\(mention.mood.sentiment.name) \(mention.mood.intent.name)"
    let text = SafeText.line(mention.incoming.text)
    let handle = SafeText.line(mention.incoming.author.handle)
    let due = mention.hold.map { "held: \($0.reason.rawValue)" } ?? mention.dueAt.rfc3339
    Output.line("\(mention.id)\t\(due)\t\(mood)\t@\(handle)\t\(text)")
  }
}

/// `crisisdesk claim`: takes, gives back or takes over a conversation.
struct ClaimVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "claim", abstract: "Take a conversation, so that nobody else answers it.")

  @OptionGroup var desk: DeskOptions
  @Flag(help: "Give it back instead.") var release = false
  @Flag(help: "Take it from whoever has it.") var steal = false
  @Argument(help: "The id of a mention.") var id: Int64

  func validate() throws {
    if release && steal { throw ValidationError("give either --release or --steal, not both") }
  }

  func run() throws {
    let mention = MentionID(rawValue: id)
    let command: DeskCommand =
      release ? .release(mention) : steal ? .steal(mention) : .claim(mention)
    try desk.open().perform(command)
  }
}

/// `crisisdesk judge`: takes mentions out of the queue with a verdict.
struct JudgeVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "judge", abstract: "Take mentions out of the queue with a verdict.",
    discussion: "Verdicts: \(Verdict.allCases.map(\.rawValue).joined(separator: ", ")).")

  @OptionGroup var desk: DeskOptions
  @Option(help: "What a colleague should know about it.") var note = ""
  @Argument(help: "The verdict, or 'reopen' to put them back.") var verdict: String
  @Argument(help: "Ids of mentions.") var ids: [Int64]

  func run() throws {
    let mentions = ids.map(MentionID.init(rawValue:))
    if verdict == "reopen" { return try desk.open().perform(.reopen(mentions)) }
    guard let verdict = Verdict(rawValue: verdict) else {
      let known = Verdict.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("'\(verdict)' is no verdict; give one of \(known), reopen")
    }
    try desk.open().perform(.judge(mentions, verdict, note: note))
  }
}

/// `crisisdesk wait`: lets clocks stand while we wait for people.
struct WaitVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "wait",
    abstract: "Let clocks stand while we wait for people; they end it by writing.")

  @OptionGroup var desk: DeskOptions
  @Flag(help: "Let the clocks go on instead.") var off = false
  @Option(help: "Why: asked-them, moved-to-private or they-asked-to-wait.")
  var reason = HoldReason.askedThem.rawValue
  @Argument(help: "Ids of mentions.") var ids: [Int64]

  func run() throws {
    guard let reason = HoldReason(rawValue: reason), reason != .snoozed else {
      let known = HoldReason.allCases.filter { $0 != .snoozed }.map(\.rawValue)
      throw ValidationError("'\(reason)' is no reason; give \(known.joined(separator: ", "))")
    }
    let mentions = ids.map(MentionID.init(rawValue:))
    try desk.open().perform(off ? .goOn(mentions) : .wait(mentions, reason))
  }
}

/// `crisisdesk note`: tells colleagues something about a conversation.
struct NoteVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "note", abstract: "Write something about a conversation for colleagues.",
    discussion: "It never leaves the desk, and needs no claim.")

  @OptionGroup var desk: DeskOptions
  @Argument(help: "The id of a mention.") var id: Int64
  @Argument(help: "The text; '-' reads it from standard input.") var text: String

  func run() throws {
    let words = text == "-" ? Input.all() : text
    try desk.open().perform(.note(MentionID(rawValue: id), text: words))
  }
}

/// `crisisdesk reply`: answers a mention.
struct ReplyVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reply", abstract: "Decide to answer a mention; the desk's services send it.",
    discussion: """
      The answer is read first, as on the screen: what could be regretted is named with its reason
      and its place, and ends with exit code 2. --despite sends it all the same, and the audit says so.
      """)

  @OptionGroup var desk: DeskOptions
  @Flag(help: "Answer in private.") var direct = false
  @Flag(help: "Send it despite what the lint warns of; the audit tells.") var despite = false
  @Flag(help: "Write it as a private message, and say in public that you have.")
  var movePrivate = false
  @Option(help: "With --move-private: the public words, instead of the desk's own.")
  var notice: String?
  @Option(help: "Take an answer back before it has left: its outbox id.") var recall: Int64?
  @Argument(help: "The id of the mention.") var id: Int64?
  @Argument(help: "The text; '-' reads it from standard input.") var text: String?

  func run() throws {
    let session = try desk.open()
    if let recall { return try session.perform(.recall(OutgoingID(rawValue: recall))) }
    guard let id, let text else { throw ValidationError("give the id of a mention and a text") }
    let mention = MentionID(rawValue: id)
    guard let stored = try session.store.mention(mention) else {
      throw session.refused(.noMention(mention))
    }
    let words = text == "-" ? Input.all() : text
    if movePrivate {
      let said = try notice ?? session.notice(to: stored)
      return try session.performLinted(despite: despite) { reasons in
        .movePrivate(
          mention, notice: said, text: words, seenVersion: stored.version, despite: reasons)
      }
    }
    try session.performLinted(despite: despite) { reasons in
      .reply(
        mention, text: words, isDirect: direct, seenVersion: stored.version, despite: reasons)
    }
  }
}

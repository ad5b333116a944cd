import ArgumentParser
import DeskCore
import DeskStore
import TerminalUI

/// `crisisdesk outbox`: what was decided and has not left, and what to do about it.
struct OutboxVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "outbox",
    abstract: "List what waits to leave; approve, send back, hold or send it.",
    subcommands: [
      List.self, Approve.self, Override.self, SendBack.self, Hold.self, Send.self, Settle.self,
    ],
    defaultSubcommand: List.self)

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List answers, deletions and posts that have not reached an end, by time.")
    @OptionGroup var desk: DeskOptions

    func run() throws {
      let session = try desk.open()
      let items =
        try session.store.outbox(now: .now, limit: 1000)
        + session.store.posts(now: .now, limit: 1000)
      for item in items where !item.state.isFinal {
        if desk.json {
          try Output.json(ItemRecord(item))
        } else {
          let text = SafeText.line(item.content.text)
          let mark = item.decided.digest.prefix(8)
          Output.line("\(item.id)\t\(mark)\t\(item.state.rawValue)\t\(item.author)\t\(text)")
        }
      }
    }
  }

  struct Approve: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Say yes to an item, word for word.",
      discussion:
        "The digest says which words were read: it is in the list, eight digits are enough.")
    @OptionGroup var desk: DeskOptions
    @Option(help: "Approve these words in place of the writer's; '-' reads standard input.")
    var text: String?
    @Argument(help: "The id of the item.") var id: Int64
    @Argument(help: "Its digest as it was listed.") var digest: String

    func run() throws {
      let session = try desk.open()
      let id = OutgoingID(rawValue: id)
      let whole = try session.store.item(id)?.decided.digest ?? digest
      let isMeant = digest.count >= 8 && whole.hasPrefix(digest)
      let words = text == "-" ? Input.all() : text
      try session.perform(.approve(id, digest: isMeant ? whole : digest, text: words))
    }
  }

  struct Override: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "At level crisis: let an item leave without the approvals it lacks.",
      discussion: "The reason, your name and the words are in the audit and in everybody's header.")
    @OptionGroup var desk: DeskOptions
    @Option(help: "Why nobody else can be asked.") var reason: String
    @Argument(help: "The id of the item.") var id: Int64
    @Argument(help: "Its digest as it was listed.") var digest: String

    func run() throws {
      let session = try desk.open()
      let id = OutgoingID(rawValue: id)
      let whole = try session.store.item(id)?.decided.digest ?? digest
      let isMeant = digest.count >= 8 && whole.hasPrefix(digest)
      try session.perform(.override(id, digest: isMeant ? whole : digest, reason: reason))
    }
  }

  struct SendBack: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "send-back", abstract: "Give an item back to its writer with a note.")
    @OptionGroup var desk: DeskOptions
    @Option(help: "What is to change.") var note: String
    @Argument(help: "The id of the item.") var id: Int64

    func run() throws {
      try desk.open().perform(.sendBack(OutgoingID(rawValue: id), note: note))
    }
  }

  struct Hold: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Hold what waits until somebody sends it.")
    @OptionGroup var desk: DeskOptions
    @Argument(help: "The id of the item.") var id: Int64

    func run() throws { try desk.open().perform(.holdBack(OutgoingID(rawValue: id))) }
  }

  struct Send: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Send what is refused, held, missed or approved late, having looked.")
    @OptionGroup var desk: DeskOptions
    @Argument(help: "The id of the item.") var id: Int64

    func run() throws { try desk.open().perform(.retry(OutgoingID(rawValue: id))) }
  }

  struct Settle: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Say what became of an unknown item, having looked at the platform.")
    @OptionGroup var desk: DeskOptions
    @Flag(help: "It is not there; without this, it is.") var absent = false
    @Argument(help: "The id of the item.") var id: Int64

    func run() throws {
      try desk.open().perform(.settle(OutgoingID(rawValue: id), wasSent: !absent))
    }
  }
}

import ArgumentParser
import DeskCore
import DeskStore
import TerminalUI

/// `crisisdesk correct`: says that the mood of mentions was read wrong.
struct CorrectVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "correct", abstract: "Say that the mood of mentions was read wrong.")

  @OptionGroup var desk: DeskOptions
  @Option(help: "negative, neutral or positive.") var sentiment: String?
  @Option(help: "complaint, question, praise or other.") var intent: String?
  @Flag(help: "Let the reading of the model stand again.") var back = false
  @Argument(help: "Ids of mentions.") var ids: [Int64]

  func validate() throws {
    if back != (sentiment == nil && intent == nil) {
      throw ValidationError("give --sentiment, --intent or both, or --back alone")
    }
    if ids.isEmpty { throw ValidationError("give the ids of mentions") }
    _ = try correction()
  }

  func run() throws {
    let session = try desk.open()
    let mentions = ids.map(MentionID.init(rawValue:))
    guard back else { return try session.perform(.correct(mentions, try correction())) }
    for mention in mentions { try session.perform(.uncorrect(mention, to: nil)) }
  }

  private func correction() throws -> MoodCorrection {
    MoodCorrection(
      sentiment: try Self.value(sentiment, "sentiment", Sentiment.allCases, \.name),
      intent: try Self.value(intent, "intent", Intent.allCases, \.name))
  }

  private static func value<Value>(
    _ name: String?, _ what: String, _ all: [Value], _ spelling: (Value) -> String
  ) throws -> Value? {
    guard let name else { return nil }
    if let found = all.first(where: { spelling($0) == name.lowercased() }) { return found }
    throw ValidationError(
      "'\(name)' is no \(what); give one of \(all.map(spelling).joined(separator: ", "))")
  }
}

/// `crisisdesk corrections`: what people said of moods, one JSON object a line, for the next training.
struct CorrectionsVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "corrections",
    abstract: "Print what people said of moods, one JSON object a line.",
    discussion: "The texts are other people's: keep the file as private as the desk itself.")

  @OptionGroup var desk: DeskOptions

  func run() throws {
    let store = try desk.open().store
    var last = MentionID(rawValue: 0)
    while case let page = try store.corrections(after: last, limit: 500), let end = page.last {
      for mention in page { try Output.json(CorrectionLine(mention)) }
      last = end.id
    }
  }
}

/// One line of `crisisdesk corrections`.
struct CorrectionLine: Encodable {
  let id: Int64
  let lang: String
  let sentiment: String?
  let intent: String?
  let text: String
  let by: String
  let at: String

  init(_ mention: CorrectedMention) {
    id = mention.id.rawValue
    lang = mention.record.model.language.rawValue
    sentiment = mention.record.correction.sentiment?.name
    intent = mention.record.correction.intent?.name
    text = mention.text
    by = mention.record.seat.rawValue
    at = mention.record.at.rfc3339
  }
}

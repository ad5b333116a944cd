import DeskCore
import TerminalUI

extension Words {
  static let savedTitle = "Saved replies"
  static let savedSearch = "find: "

  /// What an empty list says, and which files could not be read.
  static func savedNone(_ picker: SavedPicker) -> [String] {
    guard let replies = picker.replies else { return [reading] }
    let first =
      replies.isEmpty
      ? "No saved reply can be read. One is a file in the folder replies, beside desk.toml."
      : "No saved reply has these letters."
    return [first] + picker.problems
  }

  /// Who answers for the text.
  static func savedKeeper(_ reply: SavedReply) -> String {
    let by = reply.approver.map { ", approved by \(SafeText.line($0.rawValue))" } ?? ""
    let tags = reply.variants.map { SafeText.line($0.tag) }.joined(separator: " ")
    return "kept by \(SafeText.line(reply.owner.rawValue))\(by); in \(tags)"
  }

  /// Why a saved reply may not be used now.
  static func savedRefusal(
    _ refusal: SavedReply.Refusal, now: Timestamp, zone: DeskZone
  ) -> String {
    switch refusal {
    case .expired(let at): "expired \(ClockText.moment(at, now: now, zone: zone))"
    case .unapproved: "nobody has approved it"
    case .level(let level): "for level \(level.name) and above"
    case .language(let language): "has no text in \(language.rawValue)"
    }
  }

  static func noSavedReply(_ name: String) -> String {
    "no saved reply is called \(SafeText.line(name))"
  }

  /// Which words a person must still put in.
  static func unfilled(_ names: [String]) -> String {
    let list = names.map { "{\($0)}" }.joined(separator: " ")
    return "put in yourself: \(list)"
  }

  /// What is wrong with a file: its name, the line and the mistake.
  static func savedProblem(_ problem: SavedReplyProblem) -> String {
    "\(SafeText.line(problem.file)):\(problem.line): \(mistake(problem.kind))"
  }

  private static func mistake(_ kind: SavedReplyProblem.Kind) -> String {
    switch kind {
    case .noHeader: "above the first text each line is \"name: value\""
    case .unknownHeader(let name): "there is no header \(SafeText.line(name))"
    case .repeatedHeader(let name): "\(name) was given before"
    case .emptyHeader(let name): "\(name) has no value"
    case .missingHeader(let name): "\(name) is missing"
    case .badLevel(let name):
      "there is no level \(SafeText.line(name)): calm, watch, incident or crisis"
    case .badDate(let text): "\(SafeText.line(text)) is no date such as 2026-12-31"
    case .ownApproval: "the owner cannot approve it; somebody else must"
    case .noText: "there is no text: it begins after a line such as --- en"
    case .badTag(let tag): "\(SafeText.line(tag)) is no language such as uz or uz-Cyrl"
    case .repeatedTag(let tag): "\(tag) has a text already"
    case .emptyText(let tag): "the text in \(tag) is empty"
    case .unknownVariable(let name):
      "there is no {\(SafeText.line(name))}: \(ReplyVariables.known.sorted().joined(separator: ", "))"
    case .looseBrace: "a brace that opens or closes nothing"
    }
  }
}

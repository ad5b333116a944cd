import DeskCore
import TerminalUI

/// What the screen says of who writes.
extension Words {
  static func authorKind(_ kind: AuthorKind) -> String { kind.rawValue }
  /// What a row says of its author.
  static func authorMark(_ kind: AuthorKind) -> String { "‹\(authorKind(kind))› " }
  static func authorTitle(_ author: AuthorKey) -> String {
    "@\(SafeText.line(author.handle)) on \(author.platform): who is this?"
  }
  static let authorUnknown = "nothing of theirs is stored"
  static func authorNotePrompt(_ kind: AuthorKind) -> String {
    "\(authorKind(kind)) – why, for colleagues (Enter alone for no note)? "
  }
  static func authorChoice(_ kind: AuthorKind) -> String {
    let words =
      switch kind {
      case .customer: "buys, or has bought"
      case .influencer: "many listen to them"
      case .press: "writes for a newspaper, a station or a site"
      case .competitor: "speaks for a competitor"
      case .troll: "wants a quarrel: their clocks stand, nothing is hidden"
      case .bot: "a program"
      case .staff: "works for the brand"
      }
    let name = authorKind(kind)
    return name + String(repeating: " ", count: max(1, 12 - name.count)) + words
  }
  static let authorNames = AuthorKind.allCases.map(\.rawValue).joined(separator: ", ")
  static func unknownAuthorKind(_ name: String) -> String {
    "\(SafeText.line(name)) is no verdict: \(authorNames), or back"
  }

  /// The card: reach and age, past contacts and how they ended, signs of a program, judgements.
  static func authorCard(
    _ profile: AuthorProfile, now: Timestamp, zone: DeskZone
  ) -> [String] {
    let author = profile.author
    var lines = [author.followers.map { "\($0) followers" } ?? "followers unknown"]
    lines[0] +=
      profile.accountAge.map { ", account \(ClockText.length($0)) old" } ?? ", account age unknown"
    let contacts = profile.contacts
    let states = MentionState.allCases.compactMap { state in
      contacts.counts[state].map { "\($0) \(state.filterName)" }
    }
    let total = contacts.total
    lines.append(
      "\(total) \(total == 1 ? "mention" : "mentions"): " + states.joined(separator: ", "))
    if let first = contacts.first {
      lines.append("first seen here \(ClockText.moment(first, now: now, zone: zone))")
    }
    return lines + authorEvidence(profile, now: now, zone: zone)
  }

  /// What others wrote nearly the same, signs of a program, and what people said.
  static func authorEvidence(
    _ profile: AuthorProfile, now: Timestamp, zone: DeskZone
  ) -> [String] {
    var lines: [String] = []
    if !profile.otherNames.isEmpty {
      let names = profile.otherNames.prefix(6).map { "@" + SafeText.line($0) }
      let more = profile.otherNames.count - names.count
      lines.append(
        "nearly the same from " + names.joined(separator: ", ")
          + (more > 0 ? " and \(more) more" : ""))
    }
    lines += profile.hints.map { "sign of a program: " + authorHint($0) }
    lines += profile.verdicts.prefix(4).enumerated().map { index, verdict in
      let at = ClockText.moment(verdict.at, now: now, zone: zone)
      let note = verdict.note.isEmpty ? "" : ": \(SafeText.line(verdict.note))"
      return "\(index == 0 ? "" : "before: ")\(authorKind(verdict.kind)), said \(verdict.seat) "
        + "\(at)\(note)"
    }
    return lines
  }

  private static func authorHint(_ hint: AutomationHint) -> String {
    switch hint {
    case .platformSays: "the platform says so"
    case .youngAccount(let days): "the account is \(days) days old"
    case .manyMentions(let count): "\(count) mentions within an hour"
    case .repeatsItself(let texts, let different): "\(texts) texts, \(different) different"
    case .sharesText(let names): "\(names) other names wrote nearly the same"
    case .numberedHandle: "the handle ends in a long number"
    }
  }
}

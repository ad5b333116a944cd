import ArgumentParser
import DeskCore
import DeskStore
import DeskUI
import TerminalUI

/// `crisisdesk author`: what is known of somebody, and what a person judged them to be.
struct AuthorVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "author",
    abstract: "Print what is known of somebody who writes, or say what they are.",
    discussion: """
      Verdicts: \(AuthorKind.allCases.map(\.rawValue).joined(separator: ", ")). A troll's clocks \
      stand; nothing of theirs is hidden or leaves a count.
      """)

  @OptionGroup var desk: DeskOptions
  @Option(help: "What they are.") var verdict: String?
  @Option(help: "Why, for colleagues.") var note = ""
  @Flag(help: "Take the newest verdict back.") var back = false
  @Option(help: "The platform, where several have the handle.") var platform: String?
  @Argument(help: "The handle.") var handle: String

  func validate() throws {
    if back && verdict != nil { throw ValidationError("give either --verdict or --back") }
    if verdict == nil && !note.isEmpty { throw ValidationError("--note goes with --verdict") }
  }

  func run() throws {
    let session = try desk.open()
    let author = try author(in: session.store)
    if let verdict {
      guard let kind = AuthorKind(rawValue: verdict) else {
        let known = AuthorKind.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("'\(verdict)' is no verdict; give one of \(known)")
      }
      return try session.perform(.judgeAuthor(author, kind, note: note))
    }
    if back { return try session.perform(.unjudgeAuthor(author)) }
    guard let profile = try session.store.profile(of: author, now: .now) else {
      throw session.refused(.noAuthor(author))
    }
    if desk.json { return try Output.json(AuthorRecord(author, profile)) }
    Output.line("@\(SafeText.line(author.handle)) on \(author.platform)")
    for line in session.words.author(profile) { Output.line(line) }
  }

  private func author(in store: DeskDatabase) throws -> AuthorKey {
    let name = handle.hasPrefix("@") ? String(handle.dropFirst()) : handle
    let found = try store.authors(named: name).filter {
      platform == nil || $0.platform.rawValue == platform
    }
    guard let author = found.first else {
      Output.note("nothing of @\(SafeText.line(name)) is stored")
      throw ExitCode.refused
    }
    guard found.count == 1 else {
      let names = found.map(\.platform.rawValue).joined(separator: ", ")
      throw ValidationError("several platforms have this handle; give --platform, one of: \(names)")
    }
    return author
  }
}

/// An author as the verbs print them.
struct AuthorRecord: Encodable {
  /// One judgement.
  struct Verdict: Encodable {
    let kind: String
    let by: String
    let at: String
    let note: String
  }

  let id: String
  let platform: String
  let name: String
  let followers: Int?
  let accountAgeDays: Int64?
  let mentions: [String: Int]
  let firstSeenAt: String?
  let otherNames: [String]
  let hints: [String]
  let verdict: String?
  let verdicts: [Verdict]

  init(_ author: AuthorKey, _ profile: AuthorProfile) {
    id = author.handle
    platform = author.platform.rawValue
    name = profile.author.name
    followers = profile.author.followers
    accountAgeDays = profile.accountAge.map { $0.milliseconds / 86_400_000 }
    mentions = Dictionary(
      profile.contacts.counts.map { (String(describing: $0.key), $0.value) }
    ) { $1 }
    firstSeenAt = profile.contacts.first?.rfc3339
    otherNames = profile.otherNames
    hints = profile.hints.map { String(describing: $0) }
    verdict = profile.verdict?.kind.rawValue
    verdicts = profile.verdicts.map {
      Verdict(kind: $0.kind.rawValue, by: $0.seat.rawValue, at: $0.at.rfc3339, note: $0.note)
    }
  }

  private enum CodingKeys: String, CodingKey {
    case id, platform, name, followers, mentions, hints, verdict, verdicts
    case accountAgeDays = "account_age_days"
    case firstSeenAt = "first_seen_at"
    case otherNames = "other_names"
  }
}

import DeskCore
import TerminalUI

extension Words {
  /// The headings of the detail view.
  static let detailWhy = "Why it stands where it stands"
  static let detailAuthor = "Author"
  /// What the sum means.
  static let detailWhyNote = "Hours and minutes: the largest sum is answered first."
  /// No word moved the reading.
  static let detailNoReasons = "no single word decided it"
  /// The last line of the sum.
  static let urgencyTotal = "total"

  /// How many messages belong together.
  static func detailConversation(_ count: Int) -> String {
    count == 1 ? "Conversation: 1 message" : "Conversation: \(count) messages"
  }

  /// Who wrote it and where.
  static func detailWho(_ mention: Mention) -> String {
    let author = mention.incoming.author
    let name = author.name.isEmpty ? "" : " (\(SafeText.line(author.name)))"
    return "@\(author.handle)\(name) on \(mention.incoming.platform), "
      + "\(detailVisibility(mention.incoming.visibility)), #\(mention.id)"
  }

  private static func detailVisibility(_ visibility: Visibility) -> String {
    switch visibility {
    case .public: "public"
    case .unlisted: "unlisted"
    case .followers: "to followers"
    case .direct: "private"
    }
  }

  /// When it was written, seen and changed.
  static func detailWhen(_ mention: Mention, now: Timestamp, zone: DeskZone) -> String {
    func moment(_ at: Timestamp) -> String { ClockText.moment(at, now: now, zone: zone) }
    var text = "written \(moment(mention.occurredAt)), seen \(moment(mention.seenAt))"
    if let edited = mention.editedAt { text += ", changed \(moment(edited))" }
    return text
  }

  /// Who answers it.
  static func detailClaim(_ claim: Claim, seat: Seat, now: Timestamp) -> String {
    let since = ClockText.length(now.since(claim.since))
    let left = ClockText.length(claim.until.since(now))
    return claim.seat == seat
      ? "you answer this, for \(since); yours for another \(left)"
      : "\(claim.seat) answers this, for \(since)"
  }

  /// That something is being written.
  static func detailDraft(_ draft: Draft, seat: Seat, now: Timestamp, zone: DeskZone) -> String {
    let who = draft.seat == seat ? "your draft" : "draft of \(draft.seat)"
    return "\(who), kept \(ClockText.moment(draft.savedAt, now: now, zone: zone)): "
      + TextWidth.truncate(SafeText.line(draft.text), to: 40)
  }

  /// What the text holds that is not shown.
  static func detailHidden(_ hidden: [(scalar: Unicode.Scalar, count: Int)]) -> String {
    let names = hidden.prefix(6).map { entry in
      let digits = String(entry.scalar.value, radix: 16, uppercase: true)
      let zeros = String(repeating: "0", count: max(0, 4 - digits.count))
      return "U+\(zeros)\(digits) ×\(entry.count)"
    }
    return "! invisible or controlling characters: " + names.joined(separator: ", ")
      + (hidden.count > 6 ? " …" : "")
  }

  /// A link with its host first.
  static func detailLink(_ link: DetailLinks.Link, number: Int) -> String {
    "[\(number)] \(link.host)  \(link.address)"
  }

  /// Where the mention itself is.
  static func detailAddress(_ url: String) -> String { "at \(url)" }

  /// What a line of the sum is about, with the fact behind it.
  static func urgencyPart(_ kind: Urgency.Part.Kind, of mention: Mention) -> String {
    switch kind {
    case .sentiment: "negative \(percent(mention.mood.negative))"
    case .intent: mention.mood.intent.name
    case .reach: "reach \(people(mention.incoming.author.followers ?? 0))"
    case .direct: "private message"
    case .abuse: "abuse \(percent(mention.mood.abuse))"
    case .waiting: "waited"
    }
  }

  /// A share as `92 %`.
  static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }

  /// A number of people: `840`, `52k`, `1.2M`; cut, never rounded up.
  static func people(_ count: Int) -> String {
    switch count {
    case ..<10_000: String(count)
    case ..<1_000_000: "\(count / 1000)k"
    default: "\(count / 1_000_000).\(count % 1_000_000 / 100_000)M"
    }
  }

  /// What the desk knows of an author, one fact a line.
  static func detailAuthorLines(
    _ author: Author, card: AuthorCard?, now: Timestamp, zone: DeskZone
  ) -> [String] {
    var lines = [author.followers.map { "\($0) followers" } ?? "followers unknown"]
    if let made = author.accountCreatedAt {
      lines.append(
        "account made \(zone.civil(made).dateText), \(ClockText.length(now.since(made))) old")
    } else {
      lines.append("account age unknown")
    }
    if author.isAutomated { lines.append("the platform marks this account as automated") }
    guard let card else { return lines }
    lines.append("first seen here \(ClockText.moment(card.firstSeenAt, now: now, zone: zone))")
    let states = MentionState.allCases.compactMap { state in
      card.mentions[state].flatMap { $0 > 0 ? "\($0) \(state.filterName)" : nil }
    }
    let total = card.mentions.values.reduce(0, +)
    let noun = total == 1 ? "mention" : "mentions"
    lines.append("\(total) \(noun) stored: " + states.joined(separator: ", "))
    return lines
  }

  /// Who wrote a message of the conversation, and when.
  static func detailEntry(_ mention: Mention, isThis: Bool, now: Timestamp, zone: DeskZone)
    -> String
  {
    let time = ClockText.moment(mention.occurredAt, now: now, zone: zone)
    let state = isThis ? "this mention" : mention.state.filterName
    return "\(isThis ? "▶ " : "")@\(mention.incoming.author.handle) \(time), \(state)"
  }

  /// Our own message, with where it stands.
  static func detailNote(_ note: Note, now: Timestamp, zone: DeskZone) -> String {
    "note by \(note.seat), \(ClockText.moment(note.at, now: now, zone: zone)), for us only"
  }

  /// Who else reads this conversation now.
  static func detailReaders(_ seats: [Seat]) -> String {
    seats.map(\.rawValue).joined(separator: ", ") + (seats.count == 1 ? " reads" : " read")
      + " this too"
  }

  static func detailOurs(_ item: OutgoingItem, now: Timestamp, zone: DeskZone) -> String {
    let time = ClockText.moment(item.admittedAt ?? item.createdAt, now: now, zone: zone)
    let kind = item.content.kind == .directReply ? "we, privately" : "we"
    return "\(kind): \(outgoingState(item.state)) #\(item.id), \(time) by \(item.author)"
  }

  /// How the mention reads.
  static func detailMood(_ mood: MoodReading) -> String {
    "Read as \(mood.sentiment.name): negative \(percent(mood.negative)), "
      + "neutral \(percent(mood.neutral)), positive \(percent(mood.positive)), "
      + "\(mood.intent.name), abuse \(percent(mood.abuse)), language \(mood.language.rawValue)"
  }

  /// Who said that the reading is wrong, and what they said instead.
  static func detailCorrection(
    _ record: CorrectionRecord, now: Timestamp, zone: DeskZone
  ) -> String {
    let when = ClockText.moment(record.at, now: now, zone: zone)
    return "\(record.seat) said \(correction(record.correction)) at \(when), and that counts"
  }

  /// A word and its pull.
  static func detailReason(_ reason: MoodReason) -> String {
    let hundredths = Int((abs(reason.weight) * 100).rounded())
    let fraction = hundredths % 100
    return "\(reason.weight < 0 ? "−" : "+")\(hundredths / 100)."
      + "\(fraction < 10 ? "0" : "")\(fraction)  \(reason.word)"
  }
}

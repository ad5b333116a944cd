import DeskCore
import TerminalUI

@testable import DeskUI

/// A mention by @ana, seen 12 minutes before `noon`.
func mention(
  _ id: Int64 = 7, text: String = "My order is broken and nobody answers. https://shop.example/x",
  handle: String = "ana@example.social", followers: Int? = 52_000,
  visibility: Visibility = .public, state: MentionState = .open, version: Int = 1,
  claim: Claim? = nil, mood: MoodReading = angry
) -> Mention {
  let seen = noon.adding(.minutes(-12))
  return Mention(
    id: MentionID(rawValue: id),
    incoming: IncomingMention(
      key: MentionKey(account: AccountID("main"), native: "n\(id)"), platform: .mastodon,
      author: Author(handle: handle, name: "Ana", followers: followers), text: text,
      createdAt: seen.adding(.minutes(-1)), url: "https://example.social/@ana/7",
      visibility: visibility),
    seenAt: seen, conversation: ConversationID(rawValue: 7), mood: mood, state: state,
    version: version, dueAt: seen.adding(.minutes(60)), claim: claim)
}

let angry = MoodReading(
  sentiment: .negative, negative: 0.92, neutral: 0.06, positive: 0.02, intent: .complaint,
  abuse: 0, language: .english)

func outgoing(
  _ id: Int64, _ state: OutgoingState, due: Timestamp, kind: Outgoing.Kind = .post,
  text: String = "Our spring sale starts today", admitted: Timestamp? = nil, detail: String = ""
) -> OutgoingItem {
  OutgoingItem(
    id: OutgoingID(rawValue: id),
    content: Outgoing(kind: kind, account: AccountID("main"), text: text), state: state,
    dueAt: due, key: IdempotencyKey(rawValue: "k\(id)"), author: Seat("bob"),
    createdAt: due.adding(.minutes(-30)), admittedAt: admitted, detail: detail)
}

/// Texts that try to be more than text.
let hostileTexts = [
  "\u{1B}[2J\u{1B}]52;c;aGk=\u{7} wiped", "a\u{202E}dcba\u{202C} \u{2066}x\u{2069}",
  "Z" + String(repeating: "\u{301}", count: 500), "zero\u{200B}width\u{FEFF}\u{200D}",
  String(repeating: "A", count: 100_000), "l1\r\nl2\u{2028}l3\u{85}l4\tx", "\u{0}\u{7F}\u{9B}31m",
  "😀👨‍👩‍👧‍👦🇺🇦 漢字 مرحبا Ўзбек", "", "   ", "\u{300}\u{301}",
]

/// Whether a screen's text holds nothing that a terminal could obey.
func isHarmless(_ text: String) -> Bool {
  text.unicodeScalars.allSatisfy {
    let value = $0.value
    return value == 0x0A
      || (value >= 0x20 && !(0x7F...0x9F).contains(value) && !(0x202A...0x202E).contains(value)
        && !(0x2066...0x2069).contains(value) && value != 0x200B && value != 0xFEFF)
  }
}

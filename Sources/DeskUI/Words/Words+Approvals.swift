import DeskCore
import TerminalUI

extension Words {
  /// Who said yes, what is still needed, and how the words were changed on the way.
  static func approvalLines(
    _ item: OutgoingItem, now: Timestamp, zone: DeskZone
  ) -> [String] {
    guard item.decided.need.isAny else { return [] }
    var lines = [""]
    if item.state == .awaitingApproval {
      lines.append("It leaves when others say yes to exactly these words. K approves, E edits.")
      if let end = item.decided.approveBy {
        let until = ClockText.moment(end, now: now, zone: zone)
        lines.append("Approved after \(until) it does not leave by itself: somebody must send it.")
      }
    }
    for yes in item.approvals {
      let isValid = yes.digest == item.decided.digest && yes.seat != item.author
      let when = ClockText.moment(yes.at, now: now, zone: zone)
      lines.append("\(when)  \(yes.seat) said yes" + (isValid ? "" : ", to an earlier text"))
    }
    for change in item.revisions {
      let when = ClockText.moment(change.at, now: now, zone: zone)
      lines.append("\(when)  \(change.seat) changed the words")
      lines.append("  - " + SafeText.line(change.before))
      lines.append("  + " + SafeText.line(change.after))
    }
    return lines
  }

  static let approvalsTitle = "What waits for your yes"
  static let noApprovals = "Nothing waits for your yes."

  /// Who wrote what to whom.
  static func waitingHead(_ item: OutgoingItem, now: Timestamp) -> String {
    let content = item.content
    let whom = content.recipient.map { " to @\(SafeText.line($0))" } ?? ""
    let kind =
      switch content.kind {
      case .directReply: "private answer"
      case .reply: content.visibility == .direct ? "private answer" : "public answer"
      case .post: "post"
      case .deletion: "deletion"
      case .notification: "news"
      }
    let age = ClockText.length(now.since(item.createdAt))
    return "#\(item.id) \(kind)\(whom) by \(item.author) on \(content.account), written \(age) ago"
  }

  /// How long a yes still lets it leave by itself, and whether little is left.
  static func expiry(_ item: OutgoingItem, now: Timestamp) -> (words: String, isUrgent: Bool) {
    guard let end = item.decided.approveBy else { return ("no hurry: nothing expires", false) }
    let left = end.since(now)
    if left.milliseconds < 0 {
      return (
        "expired \(ClockText.length(now.since(end))) ago: a yes alone no longer sends it", true
      )
    }
    return ("expires in \(stopwatch(left))", left < .minutes(10))
  }

  /// How the words were changed on the way: who, when and what.
  static func diffLines(_ item: OutgoingItem, now: Timestamp, zone: DeskZone) -> [String] {
    item.revisions.flatMap { change in
      [
        "\(ClockText.moment(change.at, now: now, zone: zone))  \(change.seat) changed the words:",
        WordDiff(from: change.before, to: change.after).marked,
      ]
    }
  }

  /// The private message that a public word says was written.
  static func follows(_ leader: OutgoingID, _ text: String?) -> String {
    "leaves once #\(leader) has gone" + (text.map { ", in private: \(SafeText.line($0))" } ?? "")
  }
  static func approversSoFar(_ item: OutgoingItem) -> String {
    "yes so far: " + item.approvers.map(\.rawValue).sorted().joined(separator: ", ")
  }
  static func revised(_ item: OutgoingItem, by seat: Seat) -> String {
    "\(seat) changed your words in #\(item.id); the detail view shows how"
  }
  static func cameBack(_ item: OutgoingItem) -> String {
    "#\(item.id) came back: \(SafeText.line(item.detail))"
  }
  static func overrides(_ count: OverrideCount, short: Bool) -> String {
    short ? "OVERRIDE \(count.count)" : "OVERRIDDEN \(count.count), last by \(count.seat)"
  }
  static func waitingForYou(_ count: Int, key: String) -> String { "\(key) yes? \(count)" }

  /// Both things that may have happened, and what each answer of the person does.
  static func unknownLines(_ item: OutgoingItem) -> [String] {
    guard item.state == .unknown else { return [] }
    return [
      "", "The platform did not say whether it has this, and the desk could not find out.",
      "Look there yourself, then say which it is:",
      ":was-sent   it is there. Nothing more leaves; the mention counts as answered.",
      ":not-sent   it is not there. Nothing leaves by itself: it stands as refused, and :retry",
      "            sends it once more. If it was there after all, they read it twice.",
    ]
  }
}

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

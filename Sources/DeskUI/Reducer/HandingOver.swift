import DeskCore

extension DeskState {
  /// Shows what the next shift must know; it is read anew each time.
  mutating func openHandOver() -> [Effect] {
    layers.removeAll { $0.isHandOver }
    layers.append(.notice(Notice(title: Words.handOverTitle, lines: [Words.reading])))
    return ask(.handOver)
  }

  mutating func takeInHandOver(_ lines: [String]) {
    for index in layers.indices {
      guard layers[index].isHandOver, case .notice(let old) = layers[index] else { continue }
      layers[index] = .notice(Notice(title: old.title, lines: lines, scroll: old.scroll))
    }
  }

  /// Says which conversations that were this seat's are so no more: another has them, or the desk
  /// took them back because the shift is over.
  mutating func tellLost(_ own: [ConversationID: Claim]) {
    tellStolen(since: own)
    guard !own.isEmpty, !roster.rules.isEmpty else { return }
    let plan = roster.plan(around: now)
    guard let left = plan.left(seat, at: now), now >= left.adding(Roster.grace) else { return }
    for mention in queue.mentions + stream.mentions
    where own[mention.conversation].map({ $0.holds(at: now) && $0.since < left }) == true
      && mention.claim == nil && mention.state == .open
    {
      return say(Words.shiftOver(mention.incoming.author.handle), .warning)
    }
  }

  /// Finds anew, once a minute, who is on: a plan is made for days and not for every frame.
  mutating func refreshDuty() {
    let minute = now.seconds / 60
    guard !roster.rules.isEmpty, duty?.minute != minute else { return }
    let plan = roster.plan(around: now)
    let ends = plan.shifts.filter { $0.covers(now) }.map(\.to)
    let change = (ends + [plan.next(after: now)?.from].compactMap(\.self)).min()
    duty = Duty(minute: minute, seats: plan.onDuty(at: now), until: change)
  }
}

/// Who is on the desk in one minute, and when that changes next.
struct Duty: Equatable, Sendable {
  let minute: Int64
  let seats: [Seat]
  let until: Timestamp?
}

extension Layer {
  fileprivate var isHandOver: Bool {
    if case .notice(let notice) = self { notice.title == Words.handOverTitle } else { false }
  }
}

/// The sheet that one shift hands to the next: what is open, what was promised, what to watch.
public struct HandOver: Hashable, Sendable {
  /// A conversation that still waits.
  public struct Open: Hashable, Sendable {
    /// The mention that waits.
    public let mention: MentionID
    /// By when an answer is due; nil while its clock stands.
    public let deadline: Timestamp?
    /// Its place in the queue; the smaller, the sooner.
    public let rank: Int64
    /// Who has it; nil when nobody.
    public let seat: Seat?

    /// Makes an entry.
    public init(mention: MentionID, deadline: Timestamp?, rank: Int64, seat: Seat? = nil) {
      self.mention = mention
      self.deadline = deadline
      self.rank = rank
      self.seat = seat
    }
  }

  /// An answer that went out.
  public struct Sent: Hashable, Sendable {
    /// The mention it answers.
    public let mention: MentionID
    /// What was sent.
    public let text: String
    /// Who wrote it.
    public let seat: Seat
    /// When it was sent.
    public let at: Timestamp
    /// Its language; nil when unknown.
    public let language: Language?

    /// Makes an entry.
    public init(
      mention: MentionID, text: String, seat: Seat, at: Timestamp, language: Language? = nil
    ) {
      self.mention = mention
      self.text = text
      self.seat = seat
      self.at = at
      self.language = language
    }
  }

  /// Something that somebody was promised.
  public struct Promise: Hashable, Sendable {
    /// The answer that promises it.
    public let sent: Sent
    /// The words in it that do, in order; at least one.
    public let findings: [Finding]
  }

  /// When the sheet was made.
  public let at: Timestamp
  /// Who goes: on now, and not at the next shift's start.
  public let leaving: [Seat]
  /// Who comes: the seats of the next shift.
  public let coming: [Seat]
  /// What waits: by deadline, then by place in the queue; held clocks last.
  public let open: [Open]
  /// What was promised, the oldest first.
  public let promised: [Promise]
  /// What to watch, in people's words, as given.
  public let watchOut: [String]

  /// Puts a sheet together.
  ///
  /// - Parameters:
  ///   - plan: the shifts.
  ///   - open: what waits, in any order.
  ///   - sent: the answers of the shift, of which those that promise something are kept.
  ///   - watchOut: open alerts, notes and the like, one line each; empty ones are left out.
  public init(
    at now: Timestamp, plan: ShiftPlan, open: [Open], sent: [Sent], watchOut: [String]
  ) {
    at = now
    let on = plan.onDuty(at: now)
    let start = plan.next(after: now)?.from
    let next = start.map { plan.onDuty(at: $0) } ?? []
    leaving = start == nil ? on : on.filter { !next.contains($0) }
    coming = next.filter { !on.contains($0) }
    self.open = open.sorted { a, b in
      if (a.deadline != nil) != (b.deadline != nil) { return a.deadline != nil }
      if let one = a.deadline, let other = b.deadline, one != other { return one < other }
      return (a.rank, a.mention) < (b.rank, b.mention)
    }
    promised = sent.sorted { ($0.at, $0.mention) < ($1.at, $1.mention) }.compactMap { sent in
      let findings = ReplyLint.promises(in: sent.text, language: sent.language)
      return findings.isEmpty ? nil : Promise(sent: sent, findings: findings)
    }
    self.watchOut = watchOut.filter { $0.contains { !$0.isWhitespace } }
  }
}

public import DeskCore

/// What one shift hands to the next, with what its words need.
public struct HandOverReport: Sendable {
  /// The sheet.
  public let sheet: HandOver
  /// What waits, in the sheet's order, the first of it.
  public let open: [Mention]
  /// How the desk stands.
  public let status: DeskStatus

  /// How many are named, 60: a sheet that nobody reads hands nothing over.
  public static let limit = 60
}

extension Librarian {
  /// The sheet as it stands: without shifts it looks back twelve hours.
  public func handOver(now: Timestamp) throws -> HandOverReport {
    let plan = roster.plan(around: now)
    let since = plan.began(at: now) ?? now.adding(.hours(-12))
    var status = try reader.status(now: now)
    status.onDuty = roster.rules.isEmpty ? nil : plan.onDuty(at: now)
    let page = try reader.queue(
      MentionFilter(), by: .breach, after: nil, limit: HandOverReport.limit)
    let outbox = try reader.outbox(now: now, limit: 200)
    let sent = try reader.admitted(since: since)
      .filter { $0.state == .sent && $0.content.answersPerson }
    let sheet = HandOver(
      at: now, plan: plan,
      open: page.mentions.map { mention in
        let claim = mention.claim.flatMap { $0.holds(at: now) ? $0.seat : nil }
        return HandOver.Open(
          mention: mention.id, deadline: mention.hold == nil ? mention.dueAt : nil,
          rank: mention.rank, seat: claim)
      },
      sent: sent.compactMap { item in
        item.content.mention.map {
          HandOver.Sent(
            mention: $0, text: item.content.text, seat: item.author,
            at: item.admittedAt ?? item.createdAt, language: item.content.language)
        }
      },
      watchOut: try watchOut(status, outbox: outbox, since: since, now: now))
    let known = Dictionary(page.mentions.map { ($0.id, $0) }) { one, _ in one }
    return HandOverReport(
      sheet: sheet, open: sheet.open.compactMap { known[$0.mention] }, status: status)
  }

  /// The sheet as lines of plain text.
  func handOverLines(now: Timestamp) throws -> [String] {
    let zone = DeskZone(sampling: now.adding(.days(-60))..<now.adding(.days(60)), offset: offset)
    return Words.handOver(try handOver(now: now), now: now, zone: zone)
  }

  private func watchOut(
    _ status: DeskStatus, outbox: [OutgoingItem], since: Timestamp, now: Timestamp
  ) throws -> [String] {
    let zone = DeskZone(sampling: now.adding(.days(-60))..<now.adding(.days(60)), offset: offset)
    let alerts = try reader.alerts(since: now.adding(.hours(-24))).filter { $0.isWaiting(at: now) }
    return Words.watchOut(status, now: now, zone: zone)
      + alerts.map { Words.watchOut($0, now: now, zone: zone) }
      + outbox.compactMap { Words.watchOut($0) }
      + (try reader.notes(since: since, limit: 100)).map {
        Words.watchOut($0, now: now, zone: zone)
      }
  }
}

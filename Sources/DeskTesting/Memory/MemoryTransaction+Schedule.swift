import DeskCore

extension MemoryTransaction {
  func pauses() throws -> [Pause] { state.standing }

  func beginPause(
    _ scope: Pause.Scope, over target: PauseTarget, remindEvery: Span?, reason: String,
    seat: Seat, at: Timestamp
  ) throws -> Pause {
    let pause = Pause(
      id: Int64(state.pauses.count + 1), seat: seat, at: at, scope: scope, over: target,
      reason: reason, remindEvery: remindEvery)
    state.pauses.append(pause)
    state.marks.append(TimelineMark(kind: .paused, at: at))
    return pause
  }

  func updatePause(_ pause: Pause) throws { state.pauses[Int(pause.id) - 1] = pause }

  func endPause(_ id: Int64, reason: String, seat: Seat, at: Timestamp) throws {
    state.ended.insert(id)
    state.marks.append(TimelineMark(kind: .resumed, at: at))
  }

  func admitted(since: Timestamp) throws -> [OutgoingItem] { state.admitted(since: since) }

  func posts(from: Timestamp, to: Timestamp) throws -> [OutgoingItem] {
    state.posts(from: from, to: to)
  }

  func series() throws -> [PostSeries] { state.series.filter { !$0.isOver } }

  func addSeries(_ series: PostSeries) throws -> PostSeries {
    let id = SeriesID(rawValue: Int64(state.series.count + 1))
    let stored = PostSeries(
      id: id, account: series.account, text: series.text, tag: series.tag, rule: series.rule,
      zone: series.zone, author: series.author, last: series.last, made: series.made,
      isOver: series.isOver)
    state.series.append(stored)
    return stored
  }

  func updateSeries(_ series: PostSeries) throws {
    state.series[Int(series.id.rawValue) - 1] = series
  }
}

extension MemoryState {
  func admitted(since: Timestamp) -> [OutgoingItem] {
    items.filter { item in
      [.sending, .sent, .unknown].contains(item.state)
        && item.admittedAt.map { $0 > since } ?? false
    }
    .sorted { ($0.admittedAt ?? since, $0.id) < ($1.admittedAt ?? since, $1.id) }
  }

  func posts(from: Timestamp, to: Timestamp) -> [OutgoingItem] {
    items.filter {
      $0.content.kind == .post && $0.state != .dropped && $0.dueAt >= from && $0.dueAt < to
    }
    .sorted { ($0.dueAt, $0.id) < ($1.dueAt, $1.id) }
  }
}

import DeskCore
import TerminalUI

extension DeskState {
  /// Asks once for something; a request that is under way is not repeated.
  mutating func ask(_ request: LoadRequest) -> [Effect] {
    loading.insert(request).inserted ? [.load(request)] : []
  }

  var newestStream: LoadRequest { .stream(filter, .newest, limit: MentionList.limit / 2) }

  /// Something was stored: reads again what is visible, but never while a reading is under way.
  mutating func dataChanged() -> [Effect] {
    guard loading.isEmpty else {
      isStale = true
      return []
    }
    return refresh()
  }

  /// Reads again what is visible.
  mutating func refresh() -> [Effect] {
    isStale = false
    refreshedAt = now
    var effects = ask(.status)
    effects += refreshStream()
    let wanted = max(MentionList.limit, queue.window.index + MentionList.margin + queue.rows)
    effects += ask(
      .queue(filter, by: queueOrder, after: nil, limit: min(wanted, 3 * MentionList.limit)))
    effects += ask(.posts)
    effects += askForMood()
    if !filter.isEmpty { effects += ask(.counts(filter, cap: Words.countCap)) }
    for layer in layers {
      switch layer {
      case .alerts: effects += ask(.alerts)
      case .approvals: effects += ask(.approvals)
      case .detail(let detail): effects += ask(.detail(detail.mention))
      case .composer(let composer, _): effects += ask(.detail(composer.target.id))
      default: break
      }
    }
    return effects
  }

  private mutating func refreshStream() -> [Effect] {
    guard let newest = stream.waiting.first ?? stream.mentions.first, !stream.isFollowing else {
      return ask(newestStream)
    }
    var effects: [Effect] = []
    if !stream.waitingIsCapped {
      effects += ask(.stream(filter, .after(newest.id), limit: MentionList.limit))
    }
    let visible = stream.window.visible(count: stream.mentions.count, rows: stream.rows)
    let above = MentionID(rawValue: stream.mentions[visible.lowerBound].id.rawValue + 1)
    return effects + ask(.stream(filter, .before(above), limit: visible.count))
  }

  /// Asks for older or less urgent rows when the selection comes near the end of those loaded.
  mutating func askForMore() -> [Effect] {
    var effects: [Effect] = []
    let isNearEnd = stream.window.index > stream.mentions.count - MentionList.margin
    if stream.isShort || (focus == .stream && stream.hasMore && isNearEnd), let next = stream.next {
      effects += ask(.stream(filter, .before(next), limit: MentionList.limit))
    }
    let isNearLast = queue.window.index > queue.mentions.count - MentionList.margin
    let hasRoom = queue.mentions.count < 3 * MentionList.limit
    if queue.isShort || (focus == .queue && queue.hasMore && isNearLast && hasRoom),
      let place = queue.nextPlace
    {
      effects += ask(.queue(filter, by: queueOrder, after: place, limit: MentionList.limit))
    }
    return effects
  }

  /// Asks for the graph's counts when its range moved, else at most once a second; what came in
  /// between is read at the next tick.
  mutating func askForMood() -> [Effect] {
    let range = graph.state.range(now: now, zone: zone)
    let seconds = graph.state.zoom.bucketSeconds
    let isSame = graph.range == range && graph.bucketSeconds == seconds
    if isSame, let readAt = graph.readAt, now.since(readAt) < .seconds(1) {
      graph.isBehind = true
      return []
    }
    graph.isBehind = false
    return ask(.mood(range, bucketSeconds: seconds))
  }

  /// Takes in what was read; what was asked for another filter or range is old and is dropped.
  mutating func takeIn(_ result: LoadResult) -> [Effect] {
    loading.remove(result.request)
    var effects: [Effect] = []
    switch (result.request, result.answer) {
    case (_, .failed(let text)): say(Words.readFailed(text), .refused)
    case (_, .status(let status)): effects += takeIn(status)
    case (_, .alerts(let board)): self.board = board
    case (_, .approvals(let waiting)): toApprove = waiting
    case (.stream(let filter, let part, let limit), .page(let page)) where filter == self.filter:
      let own = ownClaims
      takeIn(page, part, limit: limit)
      tellStolen(since: own)
      effects += askForMore()
    case (.queue(filter, by: queueOrder, let after, _), .page(let page)):
      let own = ownClaims
      takeInQueue(page, after: after)
      tellStolen(since: own)
      effects += askForMore()
    case (.mood(let range, let seconds), .mood(let buckets, let marks, let usual)):
      takeInMood(range, seconds, buckets, marks)
      if seconds == graph.bucketSeconds { graph.usual = usual }
    case (_, .posts(let board)):
      let before = posts.board
      takeIn(board)
      tellWriter(since: before)
      effects += askAboutMissed(since: before)
      effects += leaveIfDone()
    case (.cluster(let id), .members(let members)): effects += takeIn(members, of: id)
    case (_, .savedReplies(let replies, let problems)):
      effects += takeIn(replies, problems: problems)
    case (.detail(let id), .detail(let content)): takeIn(content, for: id)
    case (.counts(let filter, _), .counts(let counts)) where filter == self.filter:
      self.counts = counts
    default: break
    }
    return effects + (loading.isEmpty && isStale ? refresh() : [])
  }

  /// Takes in the numbers of the header.
  mutating func takeIn(_ status: DeskStatus) -> [Effect] {
    guard status.at >= self.status.at else { return [] }
    self.status = status
    return hearOfAlerts(status)
  }

  private mutating func takeIn(_ page: MentionPage, _ part: StreamPart, limit: Int) {
    switch part {
    case .newest:
      let before = stream.window.selection
      if !stream.isFollowing, !stream.mentions.isEmpty { return }
      stream.waiting = []
      stream.waitingIsCapped = false
      stream.replace(with: page)
      if before != nil, before != stream.window.selection { stream.shiftedAt = now }
    case .after(let id):
      guard (stream.waiting.first ?? stream.mentions.first)?.id == id else { return }
      stream.waiting.insert(contentsOf: page.mentions, at: 0)
      stream.waitingIsCapped = page.hasMore || stream.waiting.count >= 5 * MentionList.limit
    case .before(let id):
      if stream.next == id, limit == MentionList.limit {
        stream.append(page)
      } else {
        stream.refresh(page.mentions)
      }
    }
  }

  private mutating func takeInQueue(_ page: MentionPage, after: QueuePosition?) {
    guard after == nil else {
      if queue.nextPlace == after { queue.append(page) }
      return
    }
    let ids = Set(page.mentions.map(\.id))
    var rows = page.mentions
    // Rows that were judged here stay where they were, so that undo has something to point at.
    for (index, old) in queue.mentions.enumerated()
    where struck[old.id] != nil && !ids.contains(old.id) {
      let above = index == 0 ? nil : queue.mentions[index - 1].id
      let place = above.flatMap { id in rows.firstIndex { $0.id == id } }.map { $0 + 1 }
      rows.insert(old, at: place ?? min(index, rows.count))
    }
    queue.replace(
      with: MentionPage(mentions: rows, hasMore: page.hasMore, stoppedAt: page.stoppedAt))
  }

  private mutating func takeInMood(
    _ range: Range<Timestamp>, _ seconds: Int, _ buckets: [MoodBucket], _ marks: [TimelineMark]
  ) {
    guard seconds == graph.state.zoom.bucketSeconds else { return }
    graph.range = range
    graph.bucketSeconds = seconds
    graph.buckets = buckets
    graph.marks = marks
    graph.readAt = now
  }

  private mutating func takeIn(_ board: PostsBoard) {
    posts.board = board
    changeTop { layer in
      guard case .resume(var review, let problem) = layer else { return }
      review.refresh(board.posts + board.outbox)
      layer = .resume(review, problem: problem)
    }
  }

  private mutating func takeIn(_ content: DetailContent?, for id: MentionID) {
    for index in layers.indices {
      switch layers[index] {
      case .detail(var detail) where detail.mention == id:
        detail.content = content
        layers[index] = .detail(detail)
      case .composer(var composer, let problem) where composer.target.id == id:
        if let content {
          composer.refresh(content.mention)
          composer.hear(content.conversation)
          if composer.text.isEmpty, !composer.isDirty, let draft = content.draft {
            composer = composer.takingUp(draft)
          }
        }
        layers[index] = .composer(composer, problem: problem)
      default: break
      }
    }
  }
}

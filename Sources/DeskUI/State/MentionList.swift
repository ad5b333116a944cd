import DeskCore
import TerminalUI

/// A loaded stretch of mentions, the part of it that is shown, and what waits to be let in.
struct MentionList: Sendable {
  /// The loaded rows in the order shown.
  var mentions: [Mention] = []
  /// What is visible and selected.
  var window: ListWindow<MentionID>
  /// Newer mentions that are counted but not shown yet, newest first.
  var waiting: [Mention] = []
  /// Whether more wait than were read.
  var waitingIsCapped = false
  /// Whether more follow after the last row.
  var hasMore = true
  /// How far was looked when the last page ended early; nil when it did not.
  private var stoppedAt: MentionPage.End?
  /// Whether new rows are kept out until somebody asks for them.
  var isFrozen = false
  /// When the selection last moved by itself, because the list follows the newest.
  var shiftedAt: Timestamp?
  /// How many rows fit on the screen.
  var rows = 1

  /// At most so many rows are kept.
  static let limit = 200
  /// More are asked for when the selection is so near the end.
  static let margin = 40

  init(follows: Bool) { window = ListWindow(follows: follows) }

  /// The ids in order, without copying the rows.
  var ids: LazyMapCollection<[Mention], MentionID> { mentions.lazy.map(\.id) }

  /// The selected mention; nil in an empty list.
  var selected: Mention? {
    guard let id = window.selection, mentions.indices.contains(window.index) else { return nil }
    let candidate = mentions[window.index]
    return candidate.id == id ? candidate : mentions.first { $0.id == id }
  }

  /// Whether new rows may appear at the top by themselves.
  var isFollowing: Bool { window.follows && !isFrozen }

  /// Fits the window to its rows on the screen.
  mutating func fit(rows: Int) {
    self.rows = max(1, rows)
    window.update(ids, rows: self.rows)
  }

  /// Where older rows of the stream begin; nil in a list that has none.
  var next: MentionID? {
    if case .mention(let id) = stoppedAt { return id }
    return mentions.last?.id
  }

  /// Where less urgent rows of the queue begin; nil in a list that has none.
  var nextPlace: QueuePosition? {
    if case .place(let place) = stoppedAt { return place }
    return mentions.last.map { QueuePosition($0) }
  }

  /// Whether reading should go on by itself: little passes the filter, and the screen is not full.
  var isShort: Bool { hasMore && stoppedAt != nil && mentions.count < rows }

  /// Replaces all rows and keeps the selection on its mention.
  mutating func replace(with page: MentionPage) {
    mentions = page.mentions
    (hasMore, stoppedAt) = (page.hasMore, page.stoppedAt)
    window.update(ids, rows: rows)
  }

  /// Adds older rows at the end.
  mutating func append(_ page: MentionPage) {
    let last = mentions.last?.id
    mentions += page.mentions.filter { $0.id != last }
    (hasMore, stoppedAt) = (page.hasMore, page.stoppedAt)
    if mentions.count > 3 * Self.limit {
      // The top is far from the eye; it is read again on the way back.
      mentions.removeFirst(min(mentions.count - 3 * Self.limit, max(0, window.offset - Self.limit)))
    }
    window.update(ids, rows: rows)
  }

  /// Lets newer rows, newest first, in at the top.
  mutating func prepend(_ newer: [Mention]) {
    guard !newer.isEmpty else { return }
    mentions.insert(contentsOf: newer, at: 0)
    if mentions.count > 3 * Self.limit, window.offset < Self.limit {
      mentions.removeLast(mentions.count - 2 * Self.limit)
      (hasMore, stoppedAt) = (true, nil)
    }
    window.update(ids, rows: rows)
  }

  /// Exchanges rows for newer readings of the same mentions.
  mutating func refresh(_ fresh: [Mention]) {
    guard let first = fresh.first, let start = mentions.firstIndex(where: { $0.id == first.id })
    else { return }
    for (offset, mention) in fresh.enumerated() {
      let index = start + offset
      guard index < mentions.count, mentions[index].id == mention.id else { return }
      mentions[index] = mention
    }
  }

  /// Changes the row of a mention, if it is loaded.
  mutating func change(_ id: MentionID, _ body: (inout Mention) -> Void) {
    guard let index = mentions.firstIndex(where: { $0.id == id }) else { return }
    body(&mentions[index])
  }

  /// Selects the next row below, else above, for which `isLive` holds; stays where none does.
  mutating func moveToNext(where isLive: (Mention) -> Bool) {
    let below = mentions.indices.dropFirst(window.index + 1).first { isLive(mentions[$0]) }
    let above = mentions.indices.prefix(window.index).last { isLive(mentions[$0]) }
    guard let target = below ?? above else { return }
    window.select(mentions[target].id, in: ids, rows: rows)
  }
}

import DeskCore
import TerminalUI

/// The posts pane: what it lists and what is selected.
struct PostsPane: Sendable {
  var board = PostsBoard() {
    didSet {
      let answers = board.outbox.filter { !$0.state.isFinal }
      list = PostRow.rows(items: board.posts + answers, native: board.native)
      leaving = Dictionary(
        answers.filter { item in
          // Of a pair, the message that goes first says how it stands.
          guard let first = item.decided.after else { return true }
          return !answers.contains { $0.id == first }
        }.compactMap { item in item.content.mention.map { ($0, item) } }
      ) { $1 }
      let known = Set(board.posts.map(\.id))
      let all = board.posts + board.past.filter { !known.contains($0.id) }
      calendar.fill(PostRow.rows(items: all, native: board.native), zone: zone)
    }
  }
  /// The answers that have not arrived yet, by the mention that each is for.
  private(set) var leaving: [MentionID: OutgoingItem] = [:]
  /// The zone by whose days the calendar is laid out.
  var zone = DeskZone.utc
  var calendar = PostsCalendar()
  /// Whether the board was read at least once.
  var wasRead = false
  var window = ListWindow<PostRow.ID>()
  var rows = 1

  /// The rows by time: posts, answers on their way, posts outside the desk's control.
  var list: [PostRow] = []

  /// The rows that the pane lets a person select: all of them, or those of the day looked at.
  var shown: [PostRow] { calendar.mode == .list ? list : calendar.shown }

  /// The selected row; nil in an empty list.
  var selected: PostRow? { shown.first { $0.id == window.selection } }

  /// The selected item of the desk's own; nil when none is.
  var selectedItem: OutgoingItem? {
    guard case .own(let item) = selected else { return nil }
    return item
  }

  mutating func fit(rows: Int) {
    self.rows = max(1, rows)
    window.update(shown.map(\.id), rows: self.rows)
  }

  func count(_ state: OutgoingState) -> Int { board.posts.count { $0.state == state } }

  /// Posts that a platform will publish by itself.
  var elsewhere: Int { board.native.count { $0.hold == .none || $0.hold == .failed } }
}

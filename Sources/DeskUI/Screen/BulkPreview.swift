import DeskCore
import TerminalUI

/// What an act on many mentions is about to touch: the first of them, and how many more.
struct BulkPreview {
  /// Those that were read.
  let ids: [MentionID]
  /// How many there are.
  let count: Int
  let state: DeskState

  /// At most so many mentions are shown.
  static let limit = 8

  func render(into buffer: inout CellBuffer, above body: Rect, theme: Theme) {
    let shown = ids.prefix(min(Self.limit, max(1, body.rows - 2)))
    let rest = count - shown.count
    let (_, box) = body.splitBottom(shown.count + (rest > 0 ? 1 : 0))
    buffer.fill(box, style: theme[.text])
    for (row, id) in shown.enumerated() {
      let line = box.line(row)
      buffer.put("*", at: line.origin, style: theme[.marked])
      guard let mention = state.known(id) else {
        buffer.put(Words.mentionNumber(id), at: line.origin.moved(columns: 2), style: theme[.muted])
        continue
      }
      buffer.put(
        Words.handle(mention.incoming.author.handle), at: line.origin.moved(columns: 2),
        style: theme[.author], maxWidth: 16)
      buffer.put(
        mention.incoming.text, at: line.origin.moved(columns: 19), style: theme[.text],
        maxWidth: line.columns - 20)
    }
    guard rest > 0 else { return }
    buffer.put(
      Words.andMore(rest), at: box.line(shown.count).origin.moved(columns: 2), style: theme[.muted])
  }
}

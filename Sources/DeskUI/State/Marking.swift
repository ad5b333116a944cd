import DeskCore
import TerminalUI

extension DeskState {
  /// The rows of a list between where a range was begun and the selection, both included; nil
  /// while no range is drawn in that list.
  func range(in list: MentionList) -> ClosedRange<Int>? {
    guard let anchor = rangeFrom, let selected = list.window.selection,
      let start = list.mentions.firstIndex(where: { $0.id == anchor }),
      let end = list.mentions.firstIndex(where: { $0.id == selected })
    else { return nil }
    return min(start, end)...max(start, end)
  }

  /// The mentions that the next act is for: marked ones, then those of the range; none when the
  /// act is for the target alone.
  var marked: [MentionID] {
    guard let list = focusedList, let range = range(in: list) else { return marks }
    let ranged = list.mentions[range].map(\.id)
    return marks + ranged.filter { !marks.contains($0) }
  }

  /// The marked mentions, or the target when none is.
  var acting: [MentionID] {
    let ids = marked
    return ids.isEmpty ? [target?.id].compactMap { $0 } : ids
  }

  /// Those the act is for; marks and range are used up.
  mutating func takeMarks() -> [MentionID] {
    defer { forgetMarks() }
    return acting
  }

  mutating func forgetMarks() {
    marks = []
    rangeFrom = nil
  }

  mutating func toggleMark(_ id: MentionID) -> [Effect] {
    if let index = marks.firstIndex(of: id) {
      marks.remove(at: index)
    } else {
      marks.append(id)
    }
    say(Words.marked(marks.count))
    return layers.isEmpty ? move(.down) : []
  }

  /// Begins a range at the selected row, or ends the one that is drawn: its rows stay marked.
  mutating func toggleRange(_ id: MentionID) -> [Effect] {
    if rangeFrom == nil {
      rangeFrom = id
      say(Words.rangeBegun)
    } else {
      marks = marked
      rangeFrom = nil
      say(Words.marked(marks.count))
    }
    return []
  }
}

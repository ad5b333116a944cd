import DeskCore
import TerminalUI

/// What the rows of stream and queue have in common.
struct MentionRow {
  let mention: Mention
  let state: DeskState
  let theme: Theme
  let isSelected: Bool
  let isFocused: Bool
  /// Whether the next act is for it, with others.
  let isMarked: Bool
  /// How many mentions that say nearly the same it stands for; 0 for itself alone.
  let standsFor: Int

  /// The verdict that crosses the row out; nil while it is live.
  var struckWord: String? {
    if let verdict = state.struck[mention.id] { return Words.state(verdict.state) }
    return mention.state == .open ? nil : Words.state(mention.state)
  }

  /// How ordinary parts of the row look.
  func style(_ role: TerminalUI.Role) -> Style {
    struckWord == nil ? theme[role] : theme[.struck]
  }

  /// The first cell: what is marked, crossed out, or selected.
  var flag: String {
    if isMarked { return "*" }
    if state.struck[mention.id] != nil { return "×" }
    return isSelected ? "▸" : " "
  }

  var flagStyle: Style { flag == " " ? style(.text) : theme[.marked] }

  var sentimentStyle: Style {
    switch mention.mood.sentiment {
    case .negative: style(.negative)
    case .neutral: style(.neutral)
    case .positive: style(.positive)
    }
  }

  /// Draws the text with what must be said before it: state, privacy, edits, a claim.
  func drawText(into buffer: inout CellBuffer, at point: Point, columns: Int) {
    var used = 0
    func add(_ text: String, _ style: Style, _ buffer: inout CellBuffer) {
      guard columns - used > 3 else { return }
      used += buffer.put(
        text, at: point.moved(columns: used), style: style, maxWidth: columns - used)
    }
    if let word = struckWord { add("[\(word)] ", theme[.muted], &buffer) }
    if standsFor > 1, struckWord == nil {
      add(Words.clusterMark(standsFor), theme[.marked], &buffer)
    }
    let answer = struckWord == nil ? state.posts.leaving[mention.id] : nil
    if let answer {
      let style = theme[answer.author == state.seat ? .own : .warning]
      add(Words.answerMark(answer, now: state.now), style, &buffer)
    }
    if answer == nil, let held = mention.claim, held.holds(at: state.now) {
      let isOwn = held.seat == state.seat
      add(Words.claimMark(held, now: state.now), theme[isOwn ? .own : .warning], &buffer)
    }
    if mention.claim?.holds(at: state.now) != true,
      let reader = state.readers(of: mention.conversation).first
    {
      add(Words.readerMark(reader), theme[.muted], &buffer)
    }
    if let hold = mention.hold, mention.state == .open {
      add(Words.holdMark(hold.reason), theme[.muted], &buffer)
    }
    if mention.incoming.visibility == .direct { add(Words.privateMark, theme[.warning], &buffer) }
    if mention.editedAt != nil { add(Words.editedMark, theme[.muted], &buffer) }
    add(mention.incoming.text, style(.text), &buffer)
  }

  /// Lays the selection over the head of the row and rests the hardware cursor on it.
  ///
  /// The text is left as it is: laid over whole rows, the selection sends both rows anew at every
  /// step, which is what is felt on a slow line.
  func finish(_ line: Rect, head: Int, into buffer: inout CellBuffer) {
    guard isSelected else { return }
    let style = theme[isFocused ? .selection : .selectionUnfocused].over(theme[.text])
    let place = Rect(column: line.column, row: line.row, columns: head, rows: 1)
    buffer.restyle(place) { _ in style }
    if isFocused { buffer.cursor = line.origin }
  }
}

import DeskCore

/// What a command that is on its way was for.
struct PendingCommand: Equatable, Sendable {
  enum Purpose: Equatable, Sendable {
    case verdict(Verdict)
    case plain
    case undo(UndoEntry)
    case redo(UndoEntry)
    case pause
    case resume
    case draft
    case renewal
    case send
    case leaving
  }

  let command: DeskCommand
  let purpose: Purpose
  let sentAt: Timestamp
}

/// One act that can be taken back.
struct UndoEntry: Equatable, Sendable {
  /// What it was, in words.
  let label: String
  /// The commands that take it back, or do it again.
  var commands: [DeskCommand]
  /// The mentions it was done to.
  let mentions: [MentionID]
}

/// The line that says what happened last.
struct StatusLine: Equatable, Sendable {
  enum Tone: Equatable, Sendable { case plain, done, warning, refused }

  var text = ""
  var tone = Tone.plain
  var at = Timestamp(milliseconds: 0)
}

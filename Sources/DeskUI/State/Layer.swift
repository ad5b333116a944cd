import DeskCore
import TerminalUI

/// Something on top of the panes; the topmost one gets the keys.
enum Layer: Equatable, Sendable {
  case detail(DetailLayer)
  case composer(ComposerState, problem: String)
  case saved(SavedPicker, problem: String)
  case editor(PostEditor, problem: String)
  case prompt(Prompt)
  case menu(Menu)
  case help(HelpLayer)
  case notice(Notice)
  case alerts(AlertID?)
  case approvals(OutgoingID?)
  case receipt(PauseReceipt, Scroll)
  case resume(ResumeReview, problem: String)
}

extension Layer {
  /// What was wrong with the last try, in words; empty when nothing was.
  var problem: String {
    switch self {
    case .composer(_, let problem), .editor(_, let problem), .resume(_, let problem),
      .saved(_, let problem):
      problem
    case .prompt(let prompt): prompt.problem
    default: ""
    }
  }
}

/// The detail view of one mention.
struct DetailLayer: Equatable, Sendable {
  let mention: MentionID
  var content: DetailContent?
  var scroll = Scroll()
}

/// One line that a person types.
struct Prompt: Equatable, Sendable {
  enum Kind: Equatable, Sendable {
    case command, search, pauseReason
    case levelReason(Level)
    case count(Verdict, MentionGroup)
    case reschedule(OutgoingID)
    case note(MentionID)
    case snoozeAlert(AlertID)
    case sendBack(OutgoingID)
    case override(OutgoingID, digest: String)
    case editText(OutgoingID, digest: String)
  }

  let kind: Kind
  var field = TextField()
  /// The candidate that Tab chose; nil before.
  var candidate: Int?
  /// What was typed before Tab chose for the first time.
  var typed = ""
  /// Whether Tab is going through the candidates.
  var isChoosing: Bool { candidate != nil }
  /// What was wrong with the last try.
  var problem = ""
}

/// A short list of answers, each with a letter of its own.
struct Menu: Equatable, Sendable {
  enum Kind: Equatable, Sendable {
    case level
    case snooze([MentionID])
    case quit
    /// Answers still wait out their countdown; what becomes of them must be said first.
    case leave
    case steal(MentionID)
    case macros
    case runMacro(Macro)
  }

  let kind: Kind
  var selected = 0
}

/// The help page.
struct HelpLayer: Equatable, Sendable {
  var filter = TextField()
  var scroll = Scroll()
}

/// Text to read.
struct Notice: Equatable, Sendable {
  let title: String
  let lines: [String]
  var scroll = Scroll()
}

import DeskCore

/// Every act that a key or the command line can name; the raw value is its name.
public enum Verb: String, CaseIterable, Hashable, Sendable {
  // Moving.
  case down, up
  case halfDown = "half-down"
  case halfUp = "half-up"
  case pageDown = "page-down"
  case pageUp = "page-up"
  case first, last, newest, earlier, later, finer, wider
  // Panes and levels of the screen.
  case stream, graph, queue, posts, calendar
  case nextPane = "next-pane"
  case previousPane = "previous-pane"
  case zoom, open, back, follow, refresh, search, filter, clear, command, help
  case order
  case nextBreach = "next-breach"
  case alerts, acknowledge
  case snoozeAlert = "snooze-alert"
  // Triage.
  case claim, release, steal, reply
  case replyPrivately = "private"
  case movePrivate = "move-private"
  case saved, macro
  case noAction = "no-action"
  case troll, duplicate, answered
  case handOn = "hand-on"
  case note, snooze, split, wait, reopen, mark, range, `repeat`, undo, redo, unsend, why, copy
  case isNegative = "is-negative"
  case isNeutral = "is-neutral"
  case isPositive = "is-positive"
  case intent, uncorrect
  case copyURL = "copy-url"
  case browse
  // The desk.
  case pause
  case pauseAll = "pause-all"
  case pauseReason = "pause-reason"
  case acceptLevel = "accept-level"
  case resume, level, post, drop, reschedule, retry
  case wasSent = "was-sent"
  case notSent = "not-sent"
  case deleteSent = "delete"
  case approve
  case editText = "edit"
  case sendBack = "send-back"
  case override, approvals
  case hold
  // The program.
  case theme, redraw, suspend, cancel, quit
}

extension Verb {
  /// How help groups acts.
  enum Group: Int, CaseIterable, Sendable { case safety, triage, posts, panes, moving, program }

  /// The group help shows it in.
  var group: Group {
    switch self {
    case .pause, .pauseAll, .pauseReason, .resume, .level, .acceptLevel, .undo, .redo, .unsend:
      .safety
    case .claim, .release, .steal, .reply, .replyPrivately, .movePrivate, .saved, .macro, .noAction,
      .troll,
      .duplicate,
      .answered, .handOn, .note, .snooze, .split, .wait, .reopen, .mark, .range, .repeat, .why,
      .copy, .copyURL,
      .browse,
      .isNegative,
      .isNeutral, .isPositive, .intent, .uncorrect:
      .triage
    case .approvals: .panes
    case .post, .override, .drop, .reschedule, .retry, .wasSent, .notSent, .deleteSent, .approve,
      .editText,
      .sendBack, .hold:
      .posts
    case .stream, .graph, .queue, .posts, .calendar, .nextPane, .previousPane, .zoom, .open,
      .back, .follow, .search, .filter, .clear, .order, .nextBreach, .alerts, .acknowledge,
      .snoozeAlert:
      .panes
    case .down, .up, .halfDown, .halfUp, .pageDown, .pageUp, .first, .last, .newest, .earlier,
      .later, .finer, .wider:
      .moving
    case .refresh, .command, .help, .theme, .redraw, .suspend, .cancel, .quit: .program
    }
  }

  /// The verdict it gives; nil for other acts.
  var verdict: Verdict? {
    switch self {
    case .noAction: .noAction
    case .troll: .troll
    case .duplicate: .duplicate
    case .answered: .answered
    case .handOn: .handedOn
    default: nil
    }
  }

  /// The sentiment it says a mention has; nil for other acts.
  var sentiment: Sentiment? {
    switch self {
    case .isNegative: .negative
    case .isNeutral: .neutral
    case .isPositive: .positive
    default: nil
    }
  }

  /// Whether it makes sense on a mention that is open in the detail view too.
  var actsOnMention: Bool { group == .triage }

  /// Whether it moves within a list or a text.
  var isMovement: Bool { group == .moving }
}

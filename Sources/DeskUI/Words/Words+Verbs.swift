extension Words {
  /// A key as footers print it: `Enter`, not `<Enter>`.
  static func key(_ spelling: String) -> String {
    spelling.count > 2 && spelling.hasPrefix("<")
      ? String(spelling.dropFirst().dropLast()) : spelling
  }

  /// The short word of the footer.
  static func label(_ verb: Verb) -> String {
    switch verb {
    case .pause: "PAUSE"
    case .help: "more"
    case .noAction: "no action"
    case .open: "open"
    case .back: "back"
    case .repeat: "repeat"
    case .earlier: "earlier"
    case .replyPrivately: "private"
    case .acceptLevel: "accept level"
    case .sendBack: "send back"
    default: verb.rawValue
    }
  }

  static func helpGroup(_ group: Verb.Group) -> String {
    switch group {
    case .safety: "Pause, level, undo"
    case .triage: "A mention, or all that are marked"
    case .posts: "Posts"
    case .panes: "What is shown"
    case .moving: "Moving"
    case .program: "The program"
    }
  }

  /// What an act does, in one line.
  static func help(_ verb: Verb) -> String {
    switch verb.group {
    case .safety: safety(verb)
    case .triage: triage(verb)
    case .posts: posts(verb)
    case .panes: panes(verb)
    case .moving: moving(verb)
    case .program: program(verb)
    }
  }

  private static func safety(_ verb: Verb) -> String {
    switch verb {
    case .pause: "stop posts at once, or those of @account or #tag; again: what it did"
    case .pauseAll: "stop everything, answers to people included"
    case .pauseReason: "say why the pause stands"
    case .resume: "end every pause, after a review; takes @account or #tag for one"
    case .level: "move the level, with a reason"
    case .acceptLevel: "move the level to where the desk would, with a reason"
    case .undo: "take the last act back; again: the one before"
    case .redo: "do again what was taken back last"
    default: "take your newest answer back out of the outbox"
    }
  }

  private static func triage(_ verb: Verb) -> String {
    switch verb {
    case .claim: "take the conversation, so that nobody else answers"
    case .release: "give your claim back"
    case .steal: "take somebody else's claim"
    case .reply: "answer"
    case .replyPrivately: "answer in private"
    case .saved: "answer with a saved reply; takes its name"
    case .macro: "show what a macro would do, then run it; takes its name"
    case .movePrivate: "go on in private, and say so in public"
    case .noAction: "read, nothing to do"
    case .troll: "not to be fed"
    case .duplicate: "the same as another"
    case .answered: "answered somewhere else"
    case .handOn: "handed on to somebody outside the desk"
    case .note: "write something about it for colleagues, whoever has the claim"
    case .snooze: "out of the queue for a while; takes a time"
    case .split: "take it out of its cluster for good"
    case .wait: "we wait for them: the clock stands until they write; again: it goes on"
    case .reopen: "back into the queue"
    case .mark: "mark; the next act is for all marked"
    case .range: "mark all rows from here to where you move; again: done"
    case .repeat: "give the last verdict again"
    case .why: "why it stands where it stands, and who wrote it"
    case .copy: "copy the text"
    case .copyURL: "copy the address"
    case .isNegative: "the mood was read wrong: it is negative"
    case .isNeutral: "the mood was read wrong: it is neutral"
    case .isPositive: "the mood was read wrong: it is positive"
    case .intent: "say what it wants: complaint, question, praise or other"
    case .uncorrect: "let the reading of the mood stand again"
    default: "open the address in a browser"
    }
  }

  private static func posts(_ verb: Verb) -> String {
    switch verb {
    case .post: "schedule a post; takes TIME TEXT"
    case .drop: "drop the selected post"
    case .reschedule: "move the selected post; takes a time"
    case .retry: "send the selected item, having looked: refused, held, missed or approved late"
    case .approve: "say yes to the selected item, word for word"
    case .editText: "change the selected item's words and say yes to them"
    case .sendBack: "give the selected item back to its writer with a note"
    case .override: "level crisis: send it without the approvals it lacks; takes the reason"
    case .hold: "hold the selected item until somebody sends it"
    case .wasSent: "the selected, unknown item did arrive"
    case .notSent: "the selected, unknown item did not arrive"
    default: "delete the selected, sent item on its platform"
    }
  }

  private static func panes(_ verb: Verb) -> String {
    switch verb {
    case .stream: "go to the stream"
    case .graph: "go to the graph"
    case .queue: "go to the queue"
    case .posts: "go to the posts"
    case .calendar: "the posts as a list, by day or by week; takes one of these words"
    case .nextPane: "the next pane"
    case .previousPane: "the pane before"
    case .zoom: "the pane on the whole screen, and back"
    case .open: "open; on a bar of the graph: filter to it"
    case .back: "leave one level; never quits"
    case .order: "the queue by who is late first, or by urgency; takes one of them"
    case .nextBreach: "go to whoever will have waited too long next"
    case .follow: "freeze the stream, and let it go on"
    case .search: "filter, for example lang:uz sentiment:negative refund"
    case .filter: "filter; takes a filter line"
    case .approvals: "what waits for your yes, and until when"
    case .alerts: "what is not as usual, with its arithmetic"
    case .acknowledge: "say that you have seen the alert"
    case .snoozeAlert: "no more of that alert for a while; takes TIME REASON"
    default: "show everything again"
    }
  }

  private static func moving(_ verb: Verb) -> String {
    switch verb {
    case .down: "down"
    case .up: "up"
    case .halfDown: "half a page down"
    case .halfUp: "half a page up"
    case .pageDown: "a page down"
    case .pageUp: "a page up"
    case .first: "the first row"
    case .last: "the last row"
    case .newest: "the newest mention, and follow; today in the calendar; elsewhere the last row"
    case .earlier: "the bar or the day before; the mention before, when one is open"
    case .later: "the next bar or day; the next mention, when one is open"
    case .finer: "less time in the graph"
    default: "more time in the graph"
    }
  }

  private static func program(_ verb: Verb) -> String {
    switch verb {
    case .refresh: "read everything again"
    case .command: "name an act"
    case .help: "this page"
    case .theme: "change the colours; takes a name"
    case .redraw: "draw the screen again"
    case .suspend: "stop the program; fg goes on"
    case .cancel: "leave; twice: quit"
    default: "quit"
    }
  }
}

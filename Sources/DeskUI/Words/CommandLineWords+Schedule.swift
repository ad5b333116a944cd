public import DeskCore
import TerminalUI

extension CommandLineWords {
  /// `30m` or `2h`, at least a minute and at most a week; nil for anything else.
  public static func span(_ text: String) -> Span? { PauseLine.span(Substring(text)) }

  /// Why a line of a file does not become a post.
  public static func problem(_ problem: PlanProblem, now: Timestamp) -> String {
    switch problem {
    case .notText: "the file is not text in UTF-8: save it as UTF-8"
    case .noColumn("at"): "no column is called at, nor are two called date and time"
    case .noColumn(let name): "no column is called \(name)"
    case .unknownColumn(let name), .unknownName(let name):
      "\(quoted(name)) means nothing here; known: \(PlanReader.names.joined(separator: ", "))"
    case .unclosedQuote: "the file ends inside a quoted field that begins here"
    case .strayText: "something follows a closing quote; write quotes inside quotes twice"
    case .tooManyFields(let count, let columns):
      "\(count) fields for \(columns) columns; put text with separators into quotes"
    case .notJSON: "not a JSON object whose values are all text"
    case .missing(let name): "\(name) is missing"
    case .badTime(let text): "\(quoted(text)) is no time; give 2026-12-01 09:00 or RFC 3339"
    case .noZone(let name): "this machine knows no time zone \(quoted(name))"
    case .badRule(let text):
      "\(quoted(text)) is no rule; give daily, weekly mon,thu, monthly 15 or monthly last, "
        + "then until DAY or count N"
    case .outsideRule(let text): "\(quoted(text)) does not take the first time itself"
    case .refused(let refusal): Words.refusal(refusal, now: now)
    case .duplicate(let name, let dueAt):
      "nearly the same text as \(called(name)) at \(dueAt.rfc3339); --duplicates takes it all the same"
    }
  }

  /// What a person should know of a post.
  public static func warning(_ warning: PostNeighbour.Warning) -> String {
    switch warning {
    case .like(let name, let dueAt):
      "nearly the same text as \(called(name)) at \(dueAt.rfc3339)"
    case .near(let name, let dueAt):
      "too near to \(called(name)) at \(dueAt.rfc3339)"
    }
  }

  /// What clocks that are moved do to a time; nil when they do nothing.
  public static func fit(_ fit: ZoneClock.Placed.Fit) -> String? {
    switch fit {
    case .once: nil
    case .skipped: "clocks skip that time: it is the first moment after the gap"
    case .twice: "clocks show that time twice: it is the first of the two"
    }
  }

  private static func called(_ name: PostNeighbour.Name) -> String {
    switch name {
    case .item(let id): "#\(id)"
    case .line(let line): "line \(line)"
    }
  }

  private static func quoted(_ text: String) -> String {
    "'\(TextWidth.truncate(SafeText.line(text), to: 60))'"
  }
}

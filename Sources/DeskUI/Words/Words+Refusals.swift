import DeskCore
import TerminalUI

extension Words {
  /// Why a command was not done.
  static func refusal(_ refusal: Refusal, now: Timestamp? = nil) -> String {
    switch refusal {
    case .role(let needed, let has): "needs the role \(needed.rawValue); yours is \(has.rawValue)"
    case .noMention(let id): "there is no mention \(id)"
    case .noSeries(let id): "there is no series \(id), or it has ended"
    case .noCluster: "it is in no cluster"
    case .nothingWaits: "nothing of it waits any more"
    case .noZone(let name): "this machine knows no time zone \(SafeText.line(name))"
    case .noAlert(let id): "there is no alert \(id)"
    case .noItem(let id): "there is no outgoing item \(id)"
    case .claimed(let claim): claimed(claim, now: now ?? claim.since)
    case .state(_, let state): "not possible: it is \(Words.state(state))"
    case .itemState(let id, let state): "not possible: #\(id) is \(outgoingState(state))"
    case .changed: "it changed since you looked: read it again"
    case .alreadyAnswered(_, let id): "it has an answer already, or one is on its way: #\(id)"
    case .itemChanged(let id): "#\(id) was changed since you looked: read it again"
    case .ownWords(let id): "#\(id) is yours: another person must say yes"
    case .approvalsNeeded(let id, let needed, let given):
      "#\(id) needs \(needed) other people's yes at this level and has \(given)"
    case .level(let needed, let level):
      "only at level \(needed.name): it is \(level.name)"
    case .reasonNeeded: "a reason is needed"
    case .notPaused: "nothing is paused"
    case .verdictsNeeded(let ids):
      "these posts missed their time and need a verdict: "
        + ids.prefix(8).map { "#\($0)" }.joined(separator: " ")
    case .emptyText: "there is no text"
    case .tooLong(let count, let limit): "\(count - limit) too long: \(count) of \(limit)"
    case .unable(let account, let why): "\(account) cannot: \(SafeText.line(why))"
    case .lint(let remarks, let stops): lint(remarks, stops: stops)
    case .repeated(let others, let limit): repeated(others, limit: limit)
    case .timePassed: "that time has passed"
    }
  }

  static func claimed(_ claim: Claim, now: Timestamp) -> String {
    "\(claim.seat) has it since \(stopwatch(now.since(claim.since), short: true)); :steal takes it"
  }
  static func commandFailed(_ name: String, _ text: String) -> String {
    "\(name) failed: \(SafeText.line(text))"
  }
  static func pauseFailed(_ words: String) -> String { "NOT PAUSED – \(words)" }
  static func readFailed(_ text: String) -> String { "could not read: \(SafeText.line(text))" }

  static let nothingSelected = "nothing is selected"
  static let needsMention = "needs a mention: 1 or 3 goes to a list"
  static let nothingToUndo = "nothing to undo"
  static let nothingToRedo = "nothing to do again"
  static let nothingToRecall = "nothing of yours waits in the outbox"
  static let nothingToRepeat = "no verdict to repeat yet"
  static let nothingToLeave = "q quits"
  static let nothingOfItLeaves = "no answer to it waits to leave: 4 goes to the posts"
  static let notAwaiting = "only what waits for approval can be approved or sent back"
  static let severalLines = "it has several lines: send it back with a note instead"
  static let notOurs = "not under our control: cancel it on the platform"
  static let noPostSelected = "select a post first: 4 goes to the posts"
  static let noPostAccount = "no account here may publish posts"
  static let notYourClaim = "it is not claimed by you"
  static let noAddress = "it has no address that is safe to open"
  static func noReply(_ platform: Platform) -> String {
    "no account here answers on \(platform.rawValue): answer there, then a marks it answered"
  }
  static let noPrivateReply = "this account cannot answer in private"
  static let noTimeCursor = "choose a bar first with h and l"
  static func onlyIn(_ pane: Pane) -> String { "only in the \(Words.pane(pane).lowercased()) pane" }
  static func alreadyJudged(_ verdict: Verdict) -> String {
    "already judged: \(state(verdict.state)); z undoes"
  }
  static func unknownLevel(_ name: String) -> String {
    "there is no level \(SafeText.line(name)): calm, watch, incident or crisis"
  }
  static func unknownIntent(_ name: String) -> String {
    let names = Intent.allCases.map(\.name).joined(separator: ", ")
    return name.isEmpty
      ? "an intent is missing: \(names)"
      : "there is no intent \(SafeText.line(name)): \(names)"
  }
  static func unknownAct(_ name: String) -> String {
    "nothing is called :\(SafeText.line(name)); ? lists every act"
  }
  static func ambiguous(_ name: String, _ matches: [String]) -> String {
    ":\(SafeText.line(name)) could be \(matches.prefix(6).joined(separator: ", "))"
  }
  static func unboundKey(_ spelling: String) -> String {
    "\(spelling) does nothing; ? lists all keys"
  }
  static func pasteSwallowed(_ count: Int) -> String {
    "pasted text (\(count) characters) was ignored: open a field first"
  }
  static let listMoved = "the list moved under you: held still, press again"
  static let yesOrNo = "y or n"
  static func typeCount(_ count: Int) -> String { "type \(count) to go on" }

  /// What is wrong with somebody's own keys.
  static func keymapConflict(_ conflict: Keymap.Conflict) -> String {
    switch conflict {
    case .unknownAct(let name): "no act is called \(name)"
    case .unknownKey(let act, let spelling): "\(act): \(spelling) is not a key"
    case .shared(let key, let first, let second): "\(key) is wanted by \(first) and \(second)"
    case .reserved(let key, let act): "\(act): \(key) is kept for moving"
    case .composer(let key, let act): "\(act): \(key) means something else while you write"
    case .mustHaveKey(let act): "\(act) must keep a key"
    }
  }
}

extension Keymap.Conflict {
  /// The conflict in words.
  public var words: String { Words.keymapConflict(self) }
}

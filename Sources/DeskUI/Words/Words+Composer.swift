import DeskCore
import TerminalUI

extension Words {
  /// Why a private mention gets no public answer.
  static let composerOnlyDirect = "a private message is only answered in private"

  /// Whom an answer goes to, from where, and who may read it.
  static func composerHeading(_ state: ComposerState) -> String {
    let to = "@\(state.target.incoming.author.handle)"
    let by = "@\(state.account.handle.isEmpty ? state.account.id.rawValue : state.account.handle)"
    return "\(composerKind(state.visibility)) to \(to) as \(by) on \(state.account.platform)"
  }

  private static func composerKind(_ visibility: Visibility) -> String {
    switch visibility {
    case .public: "public reply"
    case .unlisted: "unlisted reply (everybody with the link can read it)"
    case .followers: "reply to followers"
    case .direct: "private reply (only people named in it can read it)"
    }
  }

  /// Why an answer cannot be sent.
  static func composerRefusal(_ refusal: ComposerRefusal, now: Timestamp) -> String {
    switch refusal {
    case .empty: "not sent: there is no text yet"
    case .tooLong(let count, let limit):
      "not sent: \(count - limit) too long (\(count) of at most \(limit))"
    case .answered(let item):
      "\(item.author) has answered: \(item.content.text)"
    case .claimed(let claim):
      "not sent: \(claim.seat) answers this, for \(ClockText.length(now.since(claim.since)))"
    case .changed: "not sent: they wrote again or changed it; look, then send again"
    case .state(let state): "not sent: the mention is \(state.filterName)"
    case .unable(let why): "not possible: \(why)"
    case .lint(let remarks, let stops): lint(remarks, stops: stops)
    case .carried:
      "these are the words you sent to somebody else: make them theirs, or F5 again sends them"
    case .alreadyAsked: "already on its way"
    }
  }

  /// The warning while the mention is newer than what the writer saw.
  static let composerStale = "! they wrote again, or changed it, while you write"
  /// The warning to a writer who has not typed for a while.
  static func claimEnding(_ left: Span) -> String {
    "nothing typed: your claim ends in \(max(0, left.milliseconds / 1000)) s"
  }
  /// What silence ended.
  static let claimLapsed = "your claim has ended, the draft is kept; typing takes it again"
  /// Somebody took a conversation away.
  static func stolen(_ claim: Claim, from handle: String) -> String {
    "\(claim.seat) took the conversation with \(Words.handle(handle)) from you; your draft is kept"
  }
  /// Where the draft stands.
  static func composerDraft(isDirty: Bool) -> String {
    isDirty ? "draft not kept yet" : "draft kept"
  }
  /// The keys, spelled by the caller.
  static func composerKeys(send: String, direct: String, saved: String, leave: String) -> String {
    "\(send) sends  \(direct) public/private  \(saved) saved  \(leave) keeps the draft"
  }
  static func composerMove(_ move: String, isMoving: Bool) -> String {
    isMoving ? "  \(move) the other text" : "  \(move) on in private"
  }
  /// Above the words that everybody reads of an answer that goes on in private.
  static let noticeLabel = "everybody reads, once the message has gone:"
  /// Above the private message.
  static func messageLabel(_ state: ComposerState) -> String {
    "only @\(state.target.incoming.author.handle) reads:"
  }
  static let composerIsPrivate = "it is private already"
  static let noContacts =
    "this account cannot write private messages, and [contact] in desk.toml is empty"
}

extension Words {
  /// What the count holds beside the text.
  static func composerAlsoRead(_ names: [String]) -> String {
    " also read by " + names.map { "@" + TextWidth.truncate($0, to: 16) }.joined(separator: " ")
  }
  static func composerWith(_ address: String) -> String {
    " with " + TextWidth.truncate(address, to: 16)
  }

  /// By how much a text is too long.
  static func composerOver(_ state: ComposerState) -> String {
    " ! \(state.count - state.ruler.limit) too long"
  }
}

import DeskCore
import TerminalUI

extension DeskState {
  /// Why an act cannot be done now, in words; nil when it can.
  func reasonAgainst(_ verb: Verb) -> String? {
    switch verb {
    case .resume: return reasonAgainstResume
    case .undo: return undo.isEmpty ? Words.nothingToUndo : nil
    case .redo: return redo.last?.commands.isEmpty == false ? nil : Words.nothingToRedo
    case .unsend: return recallable == nil ? Words.nothingToRecall : nil
    case .pauseReason where pause == nil: return Words.refusal(.notPaused)
    case .acceptLevel where board.proposal == nil: return Words.noProposal
    case .level where role < .lead, .acceptLevel where role < .lead:
      return Words.refusal(.role(needed: .lead, has: role))
    case .follow where focus != .stream: return Words.onlyIn(.stream)
    case .post where postAccounts.isEmpty: return Words.noPostAccount
    case .approvals where role < .lead: return Words.refusal(.role(needed: .lead, has: role))
    case .drop, .reschedule, .retry, .wasSent, .notSent, .deleteSent, .approve, .editText,
      .sendBack, .override, .hold:
      return reasonAgainstPost(verb)
    case .repeat where lastVerdict == nil: return Words.nothingToRepeat
    default: return verb.group == .triage ? reasonAgainstTriage(verb) : nil
    }
  }

  private var reasonAgainstResume: String? {
    if pause == nil { return Words.refusal(.notPaused) }
    if role < .lead { return Words.refusal(.role(needed: .lead, has: role)) }
    return nil
  }

  private func reasonAgainstPost(_ verb: Verb) -> String? {
    if focus == .posts, layers.isEmpty, case .native = posts.selected { return Words.notOurs }
    let isPostOnly = verb == .drop || verb == .reschedule
    guard let item = isPostOnly ? posts.selectedItem : outgoingTarget else {
      return focus == .posts || isPostOnly ? Words.noPostSelected : Words.nothingOfItLeaves
    }
    if [.approve, .editText, .sendBack, .override].contains(verb) {
      return reasonAgainstApproval(verb, of: item)
    }
    if role < .responder { return Words.refusal(.role(needed: .responder, has: role)) }
    let wanted: Bool =
      switch verb {
      case .drop: item.state.allows(.dropped)
      case .reschedule: item.state.allows(.queued) || item.state == .queued
      case .retry: [.refused, .held, .missed, .approved].contains(item.state)
      case .hold: item.state == .queued
      case .wasSent, .notSent: item.state == .unknown
      case .deleteSent: item.state == .sent
      default: true
      }
    return wanted ? nil : Words.refusal(.itemState(item.id, item.state))
  }

  private func reasonAgainstApproval(_ verb: Verb, of item: OutgoingItem) -> String? {
    if role < .lead { return Words.refusal(.role(needed: .lead, has: role)) }
    if item.state != .awaitingApproval { return Words.notAwaiting }
    if verb == .sendBack { return nil }
    if verb == .override {
      return status.level == .crisis
        ? nil : Words.refusal(.level(needed: .crisis, is: status.level))
    }
    if item.author == seat { return Words.refusal(.ownWords(item.id)) }
    return verb == .editText && item.content.text.contains("\n") ? Words.severalLines : nil
  }

  private func reasonAgainstTriage(_ verb: Verb) -> String? {
    guard let mention = target else {
      return focus == .graph || focus == .posts ? Words.needsMention : Words.nothingSelected
    }
    switch verb {
    case .claim, .reply, .replyPrivately, .movePrivate, .saved:
      if let claim = mention.claim, claim.blocks(seat, at: now) {
        // Who may take it over is asked whether to.
        if verb == .claim, role >= .lead { return nil }
        return Words.claimed(claim, now: now)
      }
      if mention.state == .own || mention.state == .withdrawn {
        return Words.refusal(.state(mention.id, mention.state))
      }
      return verb == .claim ? nil : reasonAgainstReply(verb, mention)
    case .steal where role < .lead: return Words.refusal(.role(needed: .lead, has: role))
    case .release where mention.claim?.seat != seat: return Words.notYourClaim
    case .noAction, .troll, .duplicate, .answered, .handOn:
      guard marked.isEmpty, let verdict = verb.verdict else { return nil }
      if let given = struck[mention.id] { return Words.alreadyJudged(given) }
      return mention.state.allows(verdict.state)
        ? nil : Words.refusal(.state(mention.id, mention.state))
    case .wait where marked.isEmpty && mention.state != .open:
      return Words.refusal(.state(mention.id, mention.state))
    case .snooze where marked.isEmpty && !mention.state.allows(.snoozed):
      return Words.refusal(.state(mention.id, mention.state))
    case .reopen where marked.isEmpty && struck[mention.id] == nil && !mention.state.allows(.open):
      return Words.refusal(.state(mention.id, mention.state))
    case .isNegative, .isNeutral, .isPositive, .intent, .uncorrect:
      guard mention.state == .own || mention.state == .withdrawn else { return nil }
      return Words.refusal(.state(mention.id, mention.state))
    case .split where mention.cluster == nil: return Words.refusal(.noCluster(mention.id))
    case .copyURL where mention.incoming.url == nil: return Words.noAddress
    case .browse where SafeAddress.check(mention.incoming.url) == nil: return Words.noAddress
    default: return nil
    }
  }

  private func reasonAgainstReply(_ verb: Verb, _ mention: Mention) -> String? {
    if role < .triage { return Words.refusal(.role(needed: .triage, has: role)) }
    let isDirect = verb == .replyPrivately || mention.incoming.visibility == .direct
    return isDirect ? unableDirect(mention) : unablePublic(mention)
  }

  /// Why the account cannot answer in public; nil where it can.
  func unablePublic(_ mention: Mention) -> String? {
    account(of: mention).capabilities.contains(.reply)
      ? nil : Words.noReply(mention.incoming.platform)
  }

  /// Why the account cannot answer in private; nil where it can.
  func unableDirect(_ mention: Mention) -> String? {
    account(of: mention).capabilities.contains(.directReply) ? nil : Words.noPrivateReply
  }

  /// The account a mention came through; one that nobody configured can do nothing.
  func account(of mention: Mention) -> DeskAccount {
    let id = mention.incoming.key.account
    if let known = accounts.first(where: { $0.account.id == id }) { return known }
    let account = Account(id: id, platform: mention.incoming.platform, handle: "")
    return DeskAccount(account: account, ruler: .mastodon, capabilities: [])
  }

  /// The accounts that may publish posts.
  var postAccounts: [DeskAccount] { accounts.filter { $0.capabilities.contains(.post) } }

  /// The newest answer of this seat that can still be taken back: one whose countdown runs before
  /// one that waits for approval or came back.
  var recallable: OutgoingItem? {
    let waiting: Set<OutgoingState> = [.awaitingApproval, .approved, .draft]
    return counting.last
      ?? posts.board.outbox.filter { waiting.contains($0.state) && $0.author == seat }
      .max { $0.id < $1.id }
  }

  /// This seat's answers whose countdown runs, the oldest first.
  var counting: [OutgoingItem] {
    posts.board.outbox.filter { $0.state == .queued && $0.author == seat }
      .sorted { $0.id < $1.id }
  }

  /// Whether the selected row waits for this seat's yes.
  var isAwaitingSelected: Bool {
    posts.selectedItem.map { isMine($0) } ?? false
  }
}

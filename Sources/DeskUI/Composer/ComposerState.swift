import DeskCore
import TerminalUI

/// An answer while a person writes it: one mention, one account, one text.
struct ComposerState: Hashable, Sendable {
  /// The mention that is answered; never another one while this composer is open.
  private(set) var target: Mention
  /// The account that answers.
  let account: Account
  /// Who writes.
  let seat: Seat
  /// How the platform counts.
  let ruler: TextRuler
  /// Whom the text must name; the name is part of what is counted, frozen and sent.
  let addressing: Addressing
  /// How the desk reads its answers before they go.
  let lint: AnswerLint
  /// What everybody reads when the answer goes on in private.
  let channel: PrivateChannel
  /// The level when the composer was opened.
  let level: Level
  /// Why the account cannot answer in public; nil where it can.
  var unablePublic: String?
  /// Why the account cannot answer in private; nil where it can.
  var unableDirect: String?

  /// What is typed.
  private(set) var field: TextField
  /// Whether it will be a private answer.
  private(set) var isDirect: Bool
  /// What everybody will read once the private answer has gone; nil while nothing.
  private(set) var notice: TextField?
  /// Whether keys change those public words, and not the answer.
  private(set) var editsNotice = false
  /// What was typed before the desk's contacts took its place; nil while they do not.
  private var aside: String?
  /// The version of the mention that the writer has seen.
  private(set) var seenVersion: Int
  /// Whether the mention changed or its author wrote again since the writer looked.
  var isStale: Bool { target.version != seenVersion || newest > (heard ?? newest) }
  /// What was last handed over to be kept.
  private(set) var savedText: String
  private var savedDirect: Bool
  /// The author's newest message in the conversation, by number; 0 before it was read.
  private var newest: Int64 = 0
  /// The newest one the writer has seen; nil before the conversation was read.
  private var heard: Int64?
  /// What a colleague answered meanwhile; nil when nobody did.
  private(set) var answer: OutgoingItem?
  /// The writer's claim on the conversation.
  private(set) var claim: ClaimKeeper
  private var changedAt: Timestamp?
  private(set) var hasSent = false
  /// Words that were carried over from an answer to somebody else and not confirmed for this one;
  /// nil when there are none.
  var carried: String?
  /// What the writer was warned of since the last edit.
  private var warned: [LintReason] = []
  /// What the desk itself warned of when it refused to send; it may read with newer rules.
  private var told: [LintReason] = []

  /// How long typing must rest before the draft is kept, 800 ms.
  static let saveAfter = Span(milliseconds: 800)

  /// Opens the composer, with a draft if there is one for this mention.
  ///
  /// - Parameter capabilities: what the account can do; they say whether an answer must name the
  ///   person it is for.
  init(
    target: Mention, account: Account, seat: Seat, ruler: TextRuler,
    capabilities: Capabilities = [.namedRecipients], draft: Draft? = nil, isDirect: Bool = false,
    lint: AnswerLint = AnswerLint(), channel: PrivateChannel = PrivateChannel(),
    level: Level = .calm
  ) {
    self.lint = lint
    self.channel = channel
    self.level = level
    self.target = target
    self.account = account
    self.seat = seat
    self.ruler = ruler
    addressing = Addressing(recipient: target.incoming.author.handle, by: capabilities)
    let own = draft?.mention == target.id ? draft : nil
    field = TextField(own?.text ?? "", isMultiline: true)
    self.isDirect =
      target.incoming.visibility == .direct || isDirect || own?.isDirect == true
    seenVersion = own?.seenVersion ?? target.version
    savedText = own?.text ?? ""
    savedDirect = own?.isDirect ?? self.isDirect
    claim = ClaimKeeper(holds: target.claim?.seat == seat)
  }

  /// The text as typed.
  var text: String { field.text }
  /// The length in the platform's own count, the name before the text included.
  var count: Int { ruler.count(addressing.text(field.text)) }
  /// The name that goes before the text because the text does not have it; empty when it has.
  var lead: String { addressing.lead(for: field.text) }
  /// Who reads a private answer beside its recipient, because the text names them.
  var otherReaders: [String] {
    guard isDirect else { return [] }
    let recipient = target.incoming.author.handle.lowercased()
    return Handles.names(in: field.text).filter { $0.lowercased() != recipient }
  }
  /// Whether it, or what everybody will read, is longer than the platform takes.
  var isTooLong: Bool { count > ruler.limit || noticeCount > ruler.limit }
  /// The length of what everybody will read; 0 while nothing.
  var noticeCount: Int { notice.map { ruler.count(addressing.text($0.text)) } ?? 0 }
  /// Whether something typed has not been handed over to be kept yet.
  var isDirty: Bool { field.text != savedText || isDirect != savedDirect }
  /// Whether a private answer is the only possible one.
  var mustBeDirect: Bool { target.incoming.visibility == .direct }
  /// Who may see the answer.
  var visibility: Visibility { isDirect ? .direct : target.incoming.visibility }

  /// Takes in the mention as it is stored now; another mention is ignored.
  mutating func refresh(_ mention: Mention) {
    guard mention.id == target.id else { return }
    target = mention
    if let other = mention.claim, other.seat != seat, claim.holds { claim.lose() }
  }

  /// Takes in that somebody else was first to take the conversation, or took it away.
  mutating func lose(to other: Claim) {
    guard other.conversation == target.conversation else { return }
    target.claim = other
    claim.lose()
  }

  /// Takes in the conversation as it is stored now.
  mutating func hear(_ conversation: [ConversationEntry]) {
    let handle = target.incoming.author.handle
    for case .mention(let mention) in conversation
    where mention.incoming.author.handle == handle && !mention.incoming.isOwn {
      newest = max(newest, mention.id.rawValue)
    }
    heard = heard ?? newest
    answer = nil
    for case .ours(let item) in conversation where item.content.mention == target.id {
      let stands = item.state != .dropped && item.state != .refused
      if item.author != seat, item.content.answersPerson, stands { answer = item }
    }
  }

  /// Edits or acts as a key says; `width` is the width in which the text is shown.
  mutating func handle(
    _ key: KeyEvent, width: Int, now: Timestamp, keys: ComposerKeys = .standard
  ) -> [ComposerOutcome] {
    if key == keys.leave { return leave(now: now) }
    if key == keys.send { return send(now: now) }
    if key == keys.saved { return [.pick] }
    if key == keys.direct { return toggleDirect(now: now) }
    if key == keys.move { return moveToPrivate(now: now) }
    if editsNotice, var field = notice {
      let before = field.text
      guard field.handle(key, width: width) else { return [] }
      notice = field
      return field.text == before ? [.changed] : edited(adding: 0, now: now)
    }
    let before = field.text
    guard field.handle(key, width: width) else { return [] }
    guard field.text != before else { return [.changed] }
    if case .character = key { return edited(adding: 1, now: now) }
    return edited(adding: 0, now: now)
  }

  /// Inserts pasted text as text, never as keys.
  mutating func paste(_ text: String, now: Timestamp) -> [ComposerOutcome] {
    if editsNotice {
      notice?.insert(text)
      return edited(adding: 0, now: now)
    }
    let before = field.text
    field.insert(text)
    guard field.text != before else { return [] }
    return edited(adding: ClaimKeeper.takesAfter, now: now)
  }

  /// Puts the cursor behind the first occurrence of some words.
  mutating func seek(_ words: String) { field.seek(words) }

  /// Lets time pass: keeps the draft once typing rests, and lets the claim of a silent writer go.
  mutating func tick(now: Timestamp) -> [ComposerOutcome] {
    claim.tick(now: now)
    guard isDirty, let changedAt, now.since(changedAt) >= Self.saveAfter else { return [] }
    return save(now: now) + [claim.rested(now: now)].compactMap { $0 }
  }

  /// Sends, or says why not; a changed mention and what the lint warns of must be asked for twice.
  mutating func send(now: Timestamp) -> [ComposerOutcome] {
    if let refusal = refusal(now: now) {
      if refusal == .changed { (seenVersion, heard) = (target.version, newest) }
      return [.refused(refusal)]
    }
    if text == carried {
      // The key may still be the one that was meant for the answer before.
      carried = nil
      return [.refused(.carried)]
    }
    var found = findings()
    if let notice {
      // Only what can be shown in the text beside it has a place.
      found += publicFindings(in: notice.text)
    }
    let stops = found.filter { $0.severity == .stop }
    if !stops.isEmpty {
      return [.refused(.lint(remarks(on: stops), stops: true))]
    }
    let warnings = remarks(on: found)
    let reasons = warnings.map(\.reason)
    if warned != reasons {
      warned = reasons
      return [.refused(.lint(warnings, stops: false))]
    }
    hasSent = true
    return save(now: now) + [.send(command(despite: reasons + told))]
  }

  private func command(despite: [LintReason]) -> DeskCommand {
    if let notice {
      return .movePrivate(
        target.id, notice: notice.text, text: text, seenVersion: seenVersion, despite: despite)
    }
    return .reply(
      target.id, text: text, isDirect: isDirect, seenVersion: seenVersion, despite: despite)
  }

  /// What there is to say of the public words, without places: they are another text.
  private func publicFindings(in notice: String) -> [Finding] {
    lint.findings(in: notice, to: target, isPublic: true, ruler: ruler).map {
      Finding(range: nil, rule: $0.rule, severity: $0.severity, reason: $0.reason)
    }
  }

  private func remarks(on findings: [Finding]) -> [LintRemark] {
    LintRemark.remarks(on: findings, in: text)
  }

  /// Lets the person ask again after the desk refused to send; what it warned of they have read.
  mutating func sendFailed(_ refusal: Refusal? = nil) {
    hasSent = false
    if case .lint(let remarks, stops: false) = refusal { told = remarks.map(\.reason) }
  }

  /// What keeps the answer from going, or should be looked at before it goes.
  func findings() -> [Finding] {
    lint.findings(in: text, to: target, isPublic: !isDirect, ruler: ruler)
  }

  /// Why the answer cannot be sent now; nil when it can.
  func refusal(now: Timestamp) -> ComposerRefusal? {
    if hasSent { return .alreadyAsked }
    if let answer { return .answered(answer) }
    guard target.state != .withdrawn, target.state != .own else { return .state(target.state) }
    if let claim = target.claim, claim.blocks(seat, at: now) { return .claimed(claim) }
    if let why = isDirect ? unableDirect : unablePublic { return .unable(why) }
    if let notice {
      if let unablePublic { return .unable(unablePublic) }
      if !Addressing.saysSomething(notice.text) { return .empty }
      if noticeCount > ruler.limit { return .tooLong(count: noticeCount, limit: ruler.limit) }
    }
    if !Addressing.saysSomething(text) { return .empty }
    if isTooLong { return .tooLong(count: count, limit: ruler.limit) }
    return isStale ? .changed : nil
  }

  /// Closes; what was typed is kept.
  mutating func leave(now: Timestamp) -> [ComposerOutcome] {
    (isDirty ? save(now: now) : []) + [.leave]
  }

  /// Changes between a public and a private answer, where both are possible.
  mutating func toggleDirect(now: Timestamp) -> [ComposerOutcome] {
    if mustBeDirect { return [.refused(.unable(Words.composerOnlyDirect))] }
    if notice != nil {
      (notice, editsNotice) = (nil, false)
    } else {
      isDirect.toggle()
    }
    changedAt = now
    return [.changed]
  }

  /// Goes on in private: the answer becomes a private message and public words say so; again, keys
  /// go to those words and back. Where the account cannot write private messages, the desk's
  /// contacts take the answer's place, and again gives it back.
  mutating func moveToPrivate(now: Timestamp) -> [ComposerOutcome] {
    if mustBeDirect { return [.refused(.unable(Words.composerIsPrivate))] }
    if let unablePublic { return [.refused(.unable(unablePublic))] }
    if unableDirect != nil { return giveContacts(now: now) }
    if notice != nil {
      editsNotice.toggle()
      return [.changed]
    }
    let words = channel.notice(to: target, isWritten: true, agent: seat, level: level, at: now)
    notice = TextField(words ?? "", isMultiline: true)
    isDirect = true
    return edited(adding: 0, now: now)
  }

  private mutating func giveContacts(now: Timestamp) -> [ComposerOutcome] {
    if let before = aside {
      aside = nil
      field = TextField(before, isMultiline: true)
      return edited(adding: 0, now: now)
    }
    guard
      let words = channel.notice(to: target, isWritten: false, agent: seat, level: level, at: now)
    else { return [.refused(.unable(Words.noContacts))] }
    aside = field.text
    field = TextField(words, isMultiline: true)
    isDirect = false
    return edited(adding: ClaimKeeper.takesAfter, now: now)
  }

  /// The composer with a draft that was read only after it opened.
  func takingUp(_ draft: Draft) -> ComposerState {
    guard draft.mention == target.id else { return self }
    var filled = self
    filled.field = TextField(draft.text, isMultiline: true)
    filled.isDirect = mustBeDirect || isDirect || draft.isDirect
    filled.seenVersion = draft.seenVersion
    (filled.savedText, filled.savedDirect) = (draft.text, draft.isDirect)
    return filled
  }

  private mutating func edited(adding count: Int, now: Timestamp) -> [ComposerOutcome] {
    changedAt = now
    (warned, told) = ([], [])
    return [.changed] + [claim.edited(adding: count, now: now)].compactMap { $0 }
  }

  private mutating func save(now: Timestamp) -> [ComposerOutcome] {
    savedText = text
    savedDirect = isDirect
    changedAt = nil
    let draft = Draft(
      mention: target.id, seat: seat, text: text, isDirect: isDirect, seenVersion: seenVersion,
      savedAt: now)
    return [.save(draft)]
  }
}

import DeskCore
import TerminalUI

extension DeskState {
  /// Sends a command on its way, or says that the role is too low.
  mutating func perform(
    _ command: DeskCommand, _ purpose: PendingCommand.Purpose = .plain
  ) -> [Effect] {
    guard role >= command.role else {
      say(Words.refusal(.role(needed: command.role, has: role)), .refused)
      return []
    }
    let tag = CommandTag(rawValue: nextTag)
    nextTag += 1
    pending[tag] = PendingCommand(command: command, purpose: purpose, sentAt: now)
    return [.perform(command, tag: tag)]
  }

  /// Takes in what became of a command.
  mutating func finish(
    _ tag: CommandTag, _ result: Result<CommandOutcome, CommandFailure>
  ) -> [Effect] {
    guard let sent = pending.removeValue(forKey: tag) else { return [] }
    if sent.purpose == .leaving { return left(sent, result) }
    switch result {
    case .failure(let failure): return failed(sent, failure)
    case .success(.done(let undo)): return done(sent, undo: undo)
    case .success(.claimed(let claim)):
      take(claim)
      if sent.purpose != .renewal { claimed(sent, claim) }
      return dataChanged()
    case .success(.queued(let item)):
      lastQueued = item.id
      return queued(sent, item)
    case .success(.scheduled(let items)):
      guard let first = items.first else { return dataChanged() }
      if first.content.answersPerson { lastQueued = first.id }
      return queued(sent, first)
    case .success(.paused(let receipt)): return show(receipt)
    }
  }

  /// What was to be done before leaving is stored; where it was not, the screen stays and says why.
  private mutating func left(
    _ sent: PendingCommand, _ result: Result<CommandOutcome, CommandFailure>
  ) -> [Effect] {
    guard case .failure(let failure) = result else { return leaveIfDone() + ask(.posts) }
    leaving = nil
    return failed(sent, failure)
  }

  private mutating func done(_ sent: PendingCommand, undo commands: [DeskCommand]) -> [Effect] {
    switch sent.purpose {
    case .draft, .renewal: return []
    case .undo(let entry):
      if redo.last?.label == entry.label {
        redo[redo.count - 1].commands.insert(contentsOf: commands, at: 0)
      }
      say(Words.undone(entry.label), .done)
    case .redo(let entry):
      if undo.last?.label == entry.label {
        undo[undo.count - 1].commands.insert(contentsOf: commands, at: 0)
      }
      say(Words.redone(entry.label), .done)
    case .resume:
      if case .resume(let target, _, _) = sent.command {
        status.pauses.removeAll { target == nil || $0.target == target }
      }
      status.at = max(status.at, now)
      layers.removeAll { if case .resume = $0 { true } else { false } }
      say(status.pauses.isEmpty ? Words.resumed : Words.resumedPart, .done)
    case .plain, .verdict, .pause, .send, .leaving:
      var label = Words.done(sent.command)
      if case .triage(_, let act) = sent.command, !commands.isEmpty {
        // Of a cluster, those whom somebody else is answering were left out.
        label = Words.done(act, count: Set(commands.flatMap(\.mentions)).count)
      }
      if !commands.isEmpty {
        let mentions = sent.command.mentions
        undo.append(UndoEntry(label: label, commands: commands, mentions: mentions))
        redo = []
      }
      say(commands.isEmpty ? label : Words.canUndo(label), .done)
      learn(sent.command)
      if case .recall(let id) = sent.command { return recalled(id) + dataChanged() }
    }
    return dataChanged()
  }

  /// A claim taken by a key is given back by one, like every act that nobody outside has seen.
  private mutating func claimed(_ sent: PendingCommand, _ claim: Claim) {
    say(Words.claimTaken(claim), .done)
    guard case .claim(let id) = sent.command else { return }
    if case .redo(let entry) = sent.purpose, undo.last?.label == entry.label {
      undo[undo.count - 1].commands.insert(.release(id), at: 0)
    }
    guard sent.purpose == .plain else { return }
    undo.append(
      UndoEntry(label: Words.done(sent.command), commands: [.release(id)], mentions: [id]))
    redo = []
  }

  /// Shows at once what a command changed, without waiting for the next reading.
  private mutating func learn(_ command: DeskCommand) {
    switch command {
    case .judge(let ids, let verdict, _):
      for id in ids { change(id) { $0.state = verdict.state } }
    case .triage(let group, .judge(let verdict, _)):
      for id in group.leads { change(id) { $0.state = verdict.state } }
    case .reopen(let ids):
      for id in ids {
        struck[id] = nil
        change(id) { $0.state = .open }
      }
    case .wait(let ids, let reason):
      for id in ids { hold(id, reason) }
    case .goOn(let ids):
      for id in ids { letGoOn(id) }
    case .release(let id): change(id) { $0.claim = nil }
    case .correct(let ids, let said):
      for id in ids { change(id) { $0.mood = $0.mood.corrected(by: said) } }
    case .setLevel(let level, let reason):
      status.level = level
      status.levelChange = LevelChange(level: level, seat: seat, at: now, reason: reason)
      board.proposal = nil
    case .explainPause(let reason):
      let index = status.pauses.firstIndex { $0.reason.isEmpty } ?? status.pauses.indices.first
      if let index { status.pauses[index].reason = reason }
    default: break
    }
  }

  private mutating func hold(_ id: MentionID, _ reason: HoldReason) {
    let (service, level, now) = (service, status.level, now)
    change(id) { mention in
      let left = service.standing(of: mention, level: level, at: now).left
      mention.hold = AnswerHold(reason: reason, since: now, left: left)
      mention.dueAt = .never
    }
  }

  private mutating func letGoOn(_ id: MentionID) {
    let (calendar, now) = (service.calendar(at: status.level), now)
    change(id) { mention in
      guard let left = mention.hold?.left else { return }
      mention.hold = nil
      mention.dueAt = calendar.instant(after: left, from: now) ?? now.adding(left)
    }
  }

  private mutating func queued(_ sent: PendingCommand, _ item: OutgoingItem) -> [Effect] {
    posts.board.outbox.removeAll { $0.id == item.id }
    if item.content.kind != .post { posts.board.outbox.append(item) }
    if sent.purpose == .send {
      layers.removeAll {
        switch $0 {
        case .composer, .editor: true
        default: false
        }
      }
    }
    say(Words.queued(item, now: now, zone: zone), .done)
    guard sent.purpose == .send else { return dataChanged() }
    lastReply = sent.command
    let onwards = answerRow == nil ? advance(past: sent.command.mentions) : goOn(after: item)
    return onwards + dataChanged()
  }

  /// What was taken back goes into the composer with its whole text.
  private mutating func recalled(_ id: OutgoingID) -> [Effect] {
    guard let item = posts.board.outbox.first(where: { $0.id == id }),
      item.content.answersPerson, let mention = item.content.mention.flatMap({ known($0) })
    else { return [] }
    posts.board.outbox.removeAll { $0.id == id }
    let isDirect = item.content.kind == .directReply
    return compose(mention, direct: isDirect, text: item.content.text)
  }

  private mutating func failed(_ sent: PendingCommand, _ failure: CommandFailure) -> [Effect] {
    let words =
      switch failure {
      case .refused(let refusal): Words.refusal(refusal, now: now)
      case .failed(let text): Words.commandFailed(sent.command.name, text)
      }
    if case .verdict = sent.purpose {
      for id in sent.command.mentions {
        struck[id] = nil
        if sent.command.mentions.count > 1, !marks.contains(id) { marks.append(id) }
      }
    }
    if sent.purpose != .renewal { say(words, .refused) }
    if case .refused(.claimed(let claim)) = failure { lost(to: claim) }
    if case .pause = sent.purpose { say(Words.pauseFailed(words), .refused) }
    changeTop { layer in
      switch layer {
      case .resume(let review, _) where sent.purpose == .resume:
        layer = .resume(review, problem: words)
      case .composer(var composer, _) where sent.purpose == .send:
        if case .refused(let refusal) = failure { composer.sendFailed(refusal) }
        composer.sendFailed()
        layer = .composer(composer, problem: words)
      case .editor(let editor, _) where sent.purpose == .send:
        layer = .editor(editor, problem: words)
      default: break
      }
    }
    return dataChanged()
  }
}

extension DeskCommand {
  /// The mentions it is about.
  var mentions: [MentionID] {
    switch self {
    case .claim(let id), .steal(let id), .renew(let id), .release(let id): [id]
    case .judge(let ids, _, _), .reopen(let ids), .snooze(let ids, _), .wait(let ids, _),
      .goOn(let ids), .correct(let ids, _):
      ids
    case .triage(let group, _): group.leads
    case .uncorrect(let id, _), .split(let id), .unsplit(let id, _): [id]
    case .reply(let id, _, _, _, _), .movePrivate(let id, _, _, _, _): [id]
    default: []
    }
  }
}

import DeskCore
import TerminalUI

extension DeskState {
  /// Opens the composer for a mention; a draft that was read for it is taken up again.
  ///
  /// - Parameter moving: whether the answer goes on in private, with public words that say so.
  mutating func compose(
    _ mention: Mention, direct: Bool, text: String = "", draft: Draft? = nil,
    moving: Bool = false
  ) -> [Effect] {
    beginRow(at: mention)
    let account = account(of: mention)
    var composer = ComposerState(
      target: mention, account: account.account, seat: seat, ruler: account.ruler,
      capabilities: account.capabilities,
      draft: draft ?? (text.isEmpty ? knownDraft(of: mention.id) : nil),
      isDirect: direct, lint: lint, channel: channel, level: status.level)
    composer.unablePublic = unablePublic(mention)
    composer.unableDirect = unableDirect(mention)
    var effects = ask(.detail(mention.id))
    if !text.isEmpty {
      effects += follow(composer.paste(text, now: now), of: mention.id)
    }
    var problem = ""
    if moving, case .refused(let refusal)? = composer.moveToPrivate(now: now).first {
      problem = Words.composerRefusal(refusal, now: now)
    }
    layers.append(.composer(composer, problem: problem))
    return effects
  }

  private func knownDraft(of id: MentionID) -> Draft? {
    for case .detail(let detail) in layers.reversed() where detail.mention == id {
      return detail.content?.draft
    }
    return nil
  }

  /// Gives a key to the composer on top.
  mutating func typeInComposer(_ key: KeyEvent) -> [Effect] {
    let width = ScreenLayout(self).panelColumns
    return edit { composer, now in composer.handle(key, width: width, now: now) }
  }

  /// Changes the composer on top and does what it asks for.
  mutating func edit(
    _ body: (inout ComposerState, Timestamp) -> [ComposerOutcome]
  ) -> [Effect] {
    guard case .composer(var composer, let problem) = layers.last else { return [] }
    let outcomes = body(&composer, now)
    let isEdited = outcomes.contains(.changed)
    layers[layers.count - 1] = .composer(composer, problem: isEdited ? "" : problem)
    return follow(outcomes, of: composer.target.id)
  }

  private mutating func follow(_ outcomes: [ComposerOutcome], of id: MentionID) -> [Effect] {
    outcomes.flatMap { outcome -> [Effect] in
      switch outcome {
      case .changed: return []
      case .claim: return perform(.claim(id), .renewal)
      case .renew: return perform(.renew(id), .renewal)
      case .save(let draft):
        rememberDraft(draft)
        return perform(.saveDraft(draft), .draft)
      case .pick: return pickSaved()
      case .send(let command): return perform(command, .send)
      case .leave:
        layers.removeLast()
        answerRow = nil
        say(Words.draftKept)
        return []
      case .refused(let refusal):
        let words = Words.composerRefusal(refusal, now: now)
        changeTop { layer in
          if case .composer(let composer, _) = layer {
            layer = .composer(composer, problem: words)
          }
        }
        return []
      }
    }
  }

  /// A draft that was kept is what the next look into the detail view finds.
  private mutating func rememberDraft(_ draft: Draft) {
    for index in layers.indices {
      guard case .detail(var detail) = layers[index], detail.mention == draft.mention else {
        continue
      }
      detail.content?.draft = draft
      layers[index] = .detail(detail)
    }
  }

  /// Keeps what was typed in a composer that is being closed.
  mutating func keep(_ composer: ComposerState) -> [Effect] {
    var composer = composer
    guard composer.isDirty else { return [] }
    return composer.leave(now: now).flatMap { outcome -> [Effect] in
      guard case .save(let draft) = outcome else { return [] }
      rememberDraft(draft)
      return perform(.saveDraft(draft), .draft)
    }
  }

  /// Keeps the draft once typing rests.
  mutating func tickComposer() -> [Effect] {
    edit { composer, now in composer.tick(now: now) }
  }
}

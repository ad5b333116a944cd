import DeskCore
import TerminalUI

extension DeskState {
  /// More mentions than this are judged at once only after their number was typed.
  static let bulkLimit = 10

  /// Acts on the marked mentions, or on the one that is open or selected.
  mutating func triage(_ verb: Verb, _ argument: String) -> [Effect] {
    if let verdict = verb.verdict { return judge(verb, verdict) }
    if let sentiment = verb.sentiment {
      return perform(
        command(.correct(MoodCorrection(sentiment: sentiment)), to: group(of: takeMarks())))
    }
    guard let mention = target else { return [] }
    switch verb {
    case .claim:
      return mention.claim?.blocks(seat, at: now) == true
        ? run(.steal) : perform(.claim(mention.id))
    case .release: return perform(.release(mention.id))
    case .steal:
      layers.append(.menu(Menu(kind: .steal(mention.id))))
      return []
    case .reply: return compose(mention, direct: mention.incoming.visibility == .direct)
    case .replyPrivately: return compose(mention, direct: true)
    case .saved: return answerWithSaved(argument, mention)
    case .macro: return chooseMacro(argument)
    case .movePrivate: return compose(mention, direct: false, moving: true)
    case .note: return note(mention.id, argument)
    case .snooze: return snooze(argument)
    case .wait: return wait(mention, argument)
    case .reopen: return perform(.reopen(takeMarks()))
    case .intent: return correctIntent(argument)
    case .uncorrect: return perform(.uncorrect(mention.id, to: nil))
    case .mark: return toggleMark(mention.id)
    case .range: return toggleRange(mention.id)
    case .repeat: return lastVerdict.map { run($0) } ?? []
    case .author: return author(of: mention, argument)
    case .split: return split(mention)
    case .why:
      layers.append(.notice(whyNotice(mention)))
      return []
    case .copy: return copied(mention.incoming.text, Words.copiedText)
    case .copyURL: return copied(mention.incoming.url ?? "", Words.copiedAddress)
    case .browse: return SafeAddress.check(mention.incoming.url).map { [.openURL($0)] } ?? []
    default: return []
    }
  }

  private mutating func copied(_ text: String, _ words: String) -> [Effect] {
    say(words, .done)
    return [.copy(SafeText.sanitized(text))]
  }

  private mutating func judge(_ verb: Verb, _ verdict: Verdict) -> [Effect] {
    lastVerdict = verb
    let group = group(of: acting)
    if group.count > Self.bulkLimit {
      layers.append(.prompt(Prompt(kind: .count(verdict, group))))
      return askForMembers(of: group)
    }
    return apply(verdict, to: group)
  }

  /// Crosses the rows out, goes to the next live one and sends the command.
  mutating func apply(_ verdict: Verdict, to group: MentionGroup) -> [Effect] {
    let ids = group.leads
    let effects = perform(
      command(.judge(verdict, note: ""), to: group), .verdict(verdict))
    guard !effects.isEmpty else { return [] }
    forgetMarks()
    for id in ids { struck[id] = verdict }
    return effects + advance(past: ids)
  }

  /// Moves the cursor on to what nobody has dealt with; an open detail view moves with it.
  mutating func advance(past ids: [MentionID]) -> [Effect] {
    if macroRun != nil { return [] }
    let (struck, leaving) = (struck, posts.leaving)
    let isLive: (Mention) -> Bool = {
      $0.state.isUnanswered && struck[$0.id] == nil && leaving[$0.id] == nil
    }
    if let id = queue.window.selection, ids.contains(id), focus == .queue {
      queue.moveToNext(where: isLive)
    }
    if let id = stream.window.selection, ids.contains(id), focus == .stream {
      stream.moveToNext(where: isLive)
    }
    guard case .detail(let detail) = layers.last, ids.contains(detail.mention),
      let next = focusedList?.selected, next.id != detail.mention
    else { return askForMore() }
    return openDetail(next.id) + askForMore()
  }

  private mutating func correctIntent(_ name: String) -> [Effect] {
    guard let intent = Intent.allCases.first(where: { $0.name == name.lowercased() }) else {
      say(Words.unknownIntent(name), .refused)
      return []
    }
    return perform(
      command(.correct(MoodCorrection(intent: intent)), to: group(of: takeMarks())))
  }

  private mutating func note(_ id: MentionID, _ text: String) -> [Effect] {
    if !text.isEmpty { return perform(command(.note(text), to: group(of: [id]))) }
    layers.append(.prompt(Prompt(kind: .note(id))))
    return []
  }

  private mutating func snooze(_ argument: String) -> [Effect] {
    if argument.isEmpty {
      layers.append(.menu(Menu(kind: .snooze(takeMarks()))))
      return []
    }
    let words = argument.split(separator: " ").joined(separator: " ")
    let orSpike = words.hasSuffix(Words.untilSpike)
    let time = orSpike ? String(words.dropLast(Words.untilSpike.count)).trimmed : argument
    let day = now.adding(.days(1))
    guard let until = time.isEmpty ? day : readTime(time) else { return [] }
    return perform(
      command(.snooze(until: until, orSpike: orSpike), to: group(of: takeMarks())))
  }

  /// Lets clocks stand while we wait for their authors; the same key lets a clock that stands go on.
  private mutating func wait(_ mention: Mention, _ argument: String) -> [Effect] {
    switch argument {
    case "" where mention.hold != nil && marked.isEmpty, "off":
      return perform(command(.goOn, to: group(of: takeMarks())))
    case "", "asked": return wait(.askedThem)
    case "private": return wait(.movedToPrivate)
    case "they": return wait(.theyAskedToWait)
    default:
      say(Words.unknownWait(argument), .refused)
      return []
    }
  }

  /// A row that stands goes to the end of the queue; the cursor does not go with it.
  private mutating func wait(_ reason: HoldReason) -> [Effect] {
    let ids = takeMarks()
    let effects = perform(command(.wait(reason), to: group(of: ids)))
    if let id = queue.window.selection, ids.contains(id), focus == .queue, !layers.hasDetail {
      queue.moveToNext { !ids.contains($0.id) && $0.state == .open }
    }
    return effects
  }

  /// Rows that were crossed out leave with the next reading.
  mutating func forgetStruck() {
    guard !struck.isEmpty else { return }
    let gone = struck
    struck = [:]
    queue.mentions.removeAll { gone[$0.id] != nil }
  }
}

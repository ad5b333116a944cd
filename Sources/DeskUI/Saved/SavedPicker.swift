import DeskCore
import TerminalUI

/// The search for a saved reply, on top of the composer it will be put into.
struct SavedPicker: Equatable, Sendable {
  /// The language of the mention that is answered.
  let language: String
  /// What the variables mean in this conversation.
  let variables: ReplyVariables
  /// The letters typed.
  var field = TextField()
  /// All replies; nil while they are read.
  var replies: [SavedReply]?
  /// What is wrong with files that could not be read, in words.
  var problems: [String] = []
  /// The chosen row.
  var selected = 0

  /// What fits, best first.
  func hits(level: Level, now: Timestamp) -> [SavedReplySearch.Hit] {
    SavedReplySearch.hits(
      for: field.text, in: replies ?? [], tag: language, level: level, at: now)
  }

  /// What a reply would be here: in the language of the mention, else in the first it has.
  func text(of hit: SavedReplySearch.Hit) -> ReplyVariables.Filled {
    variables.fill((hit.variant ?? hit.reply.variants.first)?.body ?? "")
  }
}

extension DeskState {
  /// Opens the search over the composer on top.
  mutating func pickSaved() -> [Effect] {
    guard case .composer(let composer, _) = layers.last else { return [] }
    let mention = composer.target.incoming
    layers.append(
      .saved(
        SavedPicker(
          language: composer.target.mood.language.rawValue,
          variables: ReplyVariables(
            author: mention.author, mention: mention.text, agent: seat.rawValue, own: replyValues)),
        problem: ""))
    return ask(.savedReplies)
  }

  /// Gives a key to the search on top.
  mutating func type(_ key: KeyEvent, in picker: SavedPicker) -> [Effect] {
    var picker = picker
    let count = picker.hits(level: status.level, now: now).count
    switch key {
    case .escape: return back()
    case .enter: return takeSaved(picker)
    case .down, .control("n"): picker.selected = min(max(0, count - 1), picker.selected + 1)
    case .up, .control("p"): picker.selected = max(0, picker.selected - 1)
    default: if picker.field.handle(key, width: size.columns) { picker.selected = 0 }
    }
    layers[layers.count - 1] = .saved(picker, problem: "")
    return []
  }

  /// Puts the chosen reply where the cursor of the composer stands, or says why it may not be used.
  private mutating func takeSaved(_ picker: SavedPicker) -> [Effect] {
    let hits = picker.hits(level: status.level, now: now)
    guard hits.indices.contains(picker.selected) else { return [] }
    let hit = hits[picker.selected]
    if let refusal = hit.refusal {
      let words = Words.savedRefusal(refusal, now: now, zone: zone)
      layers[layers.count - 1] = .saved(picker, problem: words)
      return []
    }
    layers.removeLast()
    return put(picker.text(of: hit))
  }

  /// Puts a filled reply into the composer; the cursor waits at the first thing that is still open.
  private mutating func put(_ filled: ReplyVariables.Filled) -> [Effect] {
    if !filled.unfilled.isEmpty { say(Words.unfilled(filled.unfilled), .warning) }
    return edit { composer, now in
      let outcomes = composer.paste(filled.text, now: now)
      if let open = filled.unfilled.first { composer.seek("{\(open)}") }
      return outcomes
    }
  }

  /// Answers with the saved reply of a name, or lets one be looked for.
  mutating func answerWithSaved(_ name: String, _ mention: Mention) -> [Effect] {
    let effects = compose(mention, direct: mention.incoming.visibility == .direct)
    wantedReply = name.isEmpty ? nil : name
    return effects + (name.isEmpty ? pickSaved() : ask(.savedReplies))
  }

  /// Puts the reply that a typed name asked for into the composer, or says why not.
  private mutating func takeWanted(_ replies: [SavedReply]) -> [Effect] {
    guard let wanted = wantedReply, case .composer(let composer, _) = layers.last else { return [] }
    wantedReply = nil
    let mention = composer.target
    let hits = SavedReplySearch.hits(
      for: wanted, in: replies, tag: mention.mood.language.rawValue, level: status.level, at: now)
    guard let hit = hits.first(where: { $0.reply.id.rawValue == wanted }) ?? hits.first else {
      say(Words.noSavedReply(wanted), .refused)
      return []
    }
    if let refusal = hit.refusal {
      say(Words.savedRefusal(refusal, now: now, zone: zone), .refused)
      return []
    }
    let values = ReplyVariables(
      author: mention.incoming.author, mention: mention.incoming.text, agent: seat.rawValue,
      own: replyValues)
    return put(values.fill(hit.variant?.body ?? ""))
  }

  /// Takes in the files that were read.
  mutating func takeIn(_ replies: [SavedReply], problems: [SavedReplyProblem]) -> [Effect] {
    if wantedReply != nil { return takeWanted(replies) }
    changeTop { layer in
      guard case .saved(var picker, let problem) = layer else { return }
      picker.replies = replies
      picker.problems = problems.map { Words.savedProblem($0) }
      layer = .saved(picker, problem: problem)
    }
    return []
  }
}

import DeskCore
import TerminalUI

extension DeskState {
  /// Gives a key to whatever is on top.
  mutating func typeKey(_ key: KeyEvent) -> [Effect] {
    switch layers.last {
    case .prompt(let prompt): return type(key, in: prompt)
    case .menu(let menu): return choose(key, in: menu)
    case .composer: return typeInComposer(key)
    case .saved(let picker, _): return type(key, in: picker)
    case .editor(let editor, _): return type(key, in: editor)
    case .resume:
      let width = ScreenLayout(self).panelColumns
      return review { $0.handle(key, width: width, now: $1) }
    case .help(let help): return type(key, in: help)
    case .alerts: return typeOnAlerts(key)
    case .approvals: return typeOnApprovals(key)
    case .notice, .receipt: return read(key)
    case .detail, .none: return []
    }
  }

  /// Pasted text goes into fields and nowhere else.
  mutating func paste(_ text: String) -> [Effect] {
    switch layers.last {
    case .prompt(var prompt):
      prompt.field.insert(text)
      layers[layers.count - 1] = .prompt(prompt)
    case .composer: return edit { composer, now in composer.paste(text, now: now) }
    case .saved(var picker, _):
      picker.field.insert(text)
      picker.selected = 0
      layers[layers.count - 1] = .saved(picker, problem: "")
    case .editor(var editor, _):
      _ = editor.paste(text)
      layers[layers.count - 1] = .editor(editor, problem: "")
    case .help(var help):
      help.filter.insert(text)
      layers[layers.count - 1] = .help(help)
    case .resume: return review { $0.paste(text, now: $1) }
    default: say(Words.pasteSwallowed(text.count), .warning)
    }
    return []
  }

  /// Changes the resume review on top and does what it asks for.
  private mutating func review(
    _ body: (inout ResumeReview, Timestamp) -> ResumeReview.Outcome
  ) -> [Effect] {
    guard case .resume(var review, _) = layers.last else { return [] }
    let outcome = body(&review, now)
    if outcome == .ignored { return [] }
    var problem = ""
    if case .refused(let refusal) = outcome { problem = Words.resumeRefusal(refusal, zone: zone) }
    layers[layers.count - 1] = .resume(review, problem: problem)
    switch outcome {
    case .resume(let command): return perform(command, .resume)
    case .cancel:
      layers.removeLast()
      say(Words.stillPaused)
      return []
    case .ignored, .changed, .refused: return []
    }
  }

  private mutating func type(_ key: KeyEvent, in editor: PostEditor) -> [Effect] {
    var editor = editor
    let outcomes = editor.handle(key, width: ScreenLayout(self).panelColumns, now: now)
    layers[layers.count - 1] = .editor(editor, problem: "")
    return outcomes.flatMap { outcome -> [Effect] in
      switch outcome {
      case .changed: return []
      case .schedule(let command): return perform(command, .send)
      case .refused(let refusal):
        layers[layers.count - 1] = .editor(editor, problem: Words.postRefusal(refusal, zone: zone))
        return []
      case .leave:
        layers.removeLast()
        return []
      }
    }
  }

  private mutating func type(_ key: KeyEvent, in help: HelpLayer) -> [Effect] {
    if key == .escape || (key == .enter && help.filter.isEmpty) { return back() }
    var help = help
    if let verb = keymap.verbs[key], verb.isMovement, !key.isText {
      layers[layers.count - 1] = .help(help)
      return move(verb)
    }
    if help.filter.handle(key, width: 20) { help.scroll = Scroll() }
    layers[layers.count - 1] = .help(help)
    return []
  }

  /// A text to read: movement scrolls, anything that ends it closes it.
  private mutating func read(_ key: KeyEvent) -> [Effect] {
    if let verb = keymap.verbs[key], verb.isMovement { return move(verb) }
    let leaves: [KeyEvent] = [.escape, .enter, .character("q")]
    return leaves.contains(key) ? back() : []
  }
}

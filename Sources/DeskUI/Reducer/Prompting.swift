import DeskCore
import TerminalUI

extension DeskState {
  mutating func type(_ key: KeyEvent, in prompt: Prompt) -> [Effect] {
    var prompt = prompt
    prompt.problem = ""
    switch key {
    case .escape: return previewTheme("") + back()
    case .enter:
      themeBefore = nil
      return submit(prompt)
    case .tab where prompt.kind == .command: complete(&prompt, by: 1)
    case .backTab where prompt.kind == .command: complete(&prompt, by: -1)
    case .up where prompt.kind == .command:
      if let last = history.last { prompt.field.text = last }
    // A pause key that repeats must not begin the reason.
    case .character("!") where prompt.kind == .pauseReason && prompt.field.isEmpty: return []
    default:
      if prompt.field.handle(key, width: size.columns) { prompt.candidate = nil }
    }
    layers[layers.count - 1] = .prompt(prompt)
    return prompt.kind == .command ? previewTheme(prompt.field.text) : []
  }

  /// Shows the theme that a line names while it is typed, and the one before when it no longer does.
  private mutating func previewTheme(_ line: String) -> [Effect] {
    let words = line.split(separator: " ")
    let isTheme = words.count == 2 && words[0] == Verb.theme.rawValue
    let named = isTheme ? themes.first { $0 == words[1] } : nil
    if named != nil { themeBefore = themeBefore ?? themeName }
    guard let wanted = named ?? themeBefore else { return [] }
    if named == nil { themeBefore = nil }
    return wanted == themeName ? [] : [.setTheme(wanted)]
  }

  private mutating func submit(_ prompt: Prompt) -> [Effect] {
    let text = SafeText.line(prompt.field.text).trimmed
    switch prompt.kind {
    case .command:
      layers.removeLast()
      return runLine(text)
    case .search:
      layers.removeLast()
      return setFilter(text)
    case .pauseReason:
      guard !text.isEmpty else { return complain(prompt, Words.refusal(.reasonNeeded)) }
      layers.removeLast()
      return perform(.explainPause(reason: text))
    case .levelReason(let level):
      guard !text.isEmpty else { return complain(prompt, Words.refusal(.reasonNeeded)) }
      layers.removeLast()
      return perform(.setLevel(level, reason: text))
    case .count(let verdict, let group):
      guard text == String(group.count) else {
        return complain(prompt, Words.typeCount(group.count))
      }
      layers.removeLast()
      return apply(verdict, to: group)
    case .note(let id):
      guard !text.isEmpty else { return complain(prompt, Words.nothingNoted) }
      layers.removeLast()
      return perform(command(.note(text), to: group(of: [id])))
    case .snoozeAlert(let id):
      guard let effects = snoozeAlert(id, text) else { return complain(prompt, line.text) }
      layers.removeLast()
      return effects
    case .override(let id, let digest):
      guard !text.isEmpty else { return complain(prompt, Words.refusal(.reasonNeeded)) }
      layers.removeLast()
      return perform(.override(id, digest: digest, reason: text))
    case .sendBack(let id):
      guard !text.isEmpty else { return complain(prompt, Words.refusal(.reasonNeeded)) }
      layers.removeLast()
      return perform(.sendBack(id, note: text))
    case .editText(let id, let digest):
      guard !text.isEmpty else { return complain(prompt, Words.refusal(.emptyText)) }
      layers.removeLast()
      return perform(.approve(id, digest: digest, text: text))
    case .reschedule(let id):
      guard let effects = reschedule(id, text) else { return complain(prompt, line.text) }
      layers.removeLast()
      return effects
    }
  }

  private mutating func complain(_ prompt: Prompt, _ words: String) -> [Effect] {
    var prompt = prompt
    prompt.problem = words
    layers[layers.count - 1] = .prompt(prompt)
    return []
  }

  /// Runs a typed line: the name of an act, whole or an unmistakable beginning, and its argument.
  mutating func runLine(_ text: String) -> [Effect] {
    guard !text.isEmpty else { return [] }
    history.append(text)
    let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
    let name = parts[0]
    let matches = Verb.allCases.filter { $0.rawValue.hasPrefix(name) }
    guard let verb = Verb(rawValue: name) ?? (matches.count == 1 ? matches.first : nil) else {
      let words =
        matches.isEmpty
        ? Words.unknownAct(name) : Words.ambiguous(name, matches.map(\.rawValue))
      say(words, .refused)
      return []
    }
    return run(verb, argument: parts.count == 2 ? parts[1].trimmed : "")
  }

  private func complete(_ prompt: inout Prompt, by step: Int) {
    let candidates = candidates(for: prompt)
    guard !candidates.isEmpty else { return }
    let count = candidates.count
    let next = prompt.candidate.map { ($0 + step + count) % count } ?? (step > 0 ? 0 : count - 1)
    if count == 1 {
      prompt.field.text = candidates[0] + " "
      prompt.candidate = nil
    } else {
      if !prompt.isChoosing { prompt.typed = prompt.field.text }
      prompt.candidate = next
      prompt.field.text = candidates[next]
    }
  }

  /// What the line on top could become.
  func candidates(for prompt: Prompt) -> [String] {
    let text = prompt.isChoosing ? prompt.typed : prompt.field.text
    let parts = text.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = parts.first, parts.count == 2 else {
      return Verb.allCases.map(\.rawValue).filter { $0.hasPrefix(text) }
    }
    let values: [String]
    switch Verb(rawValue: String(first)) {
    case .theme: values = themes
    case .order: values = QueueOrder.allCases.map(\.rawValue)
    case .level: values = Level.allCases.map(\.name)
    default: values = []
    }
    return values.filter { $0.hasPrefix(parts[1]) }.map { "\(first) \($0)" }
  }
}

extension String {
  /// The text without spaces at its ends.
  var trimmed: String {
    let head = drop { $0 == " " }
    guard let last = head.lastIndex(where: { $0 != " " }) else { return "" }
    return String(head[...last])
  }
}

import DeskCore
import TerminalUI

/// A macro that is running: one command after the other, each only when the one before was stored.
struct MacroRun: Sendable {
  let macro: Macro
  /// The mention that every step is about, wherever the cursor goes meanwhile.
  let mention: MentionID?
  /// What was marked; every step acts on the same.
  let marks: [MentionID]
  /// The size of the undo list before the first step.
  let undoCount: Int
  let lastVerdict: Verb?
  var next = 0
  /// Commands of the step under way that have not been answered.
  var waiting: Set<CommandTag> = []

  /// The step that ran last.
  var step: Macro.Step? { next > 0 ? macro.steps[next - 1] : nil }
}

extension DeskState {
  /// Shows what macros there are, or what the named one would do.
  mutating func chooseMacro(_ name: String) -> [Effect] {
    if macros.isEmpty {
      say(Words.noMacros, .refused)
    } else if name.isEmpty {
      layers.append(.menu(Menu(kind: .macros)))
    } else if let macro = macros.first(where: { $0.name == name }) {
      layers.append(.menu(Menu(kind: .runMacro(macro))))
    } else {
      say(Words.noMacro(name, macros.map(\.name)), .refused)
    }
    return []
  }

  /// What each step would come to now, without doing it.
  func rehearsal(of macro: Macro) -> MacroRehearsal<String> {
    MacroRehearsal(
      macro,
      asking: { step in
        Verb(rawValue: step.name).map { reasonAgainst($0) } ?? Words.unknownAct(step.name)
      })
  }

  mutating func runMacro(_ macro: Macro) -> [Effect] {
    guard macroRun == nil else { return [] }
    stream.window.setFollowing(false)
    macroRun = MacroRun(
      macro: macro, mention: target?.id, marks: marked, undoCount: undo.count,
      lastVerdict: lastVerdict)
    return stepMacro()
  }

  /// Runs steps until one has something to wait for, is refused or is the last.
  private mutating func stepMacro() -> [Effect] {
    var effects: [Effect] = []
    while let run = macroRun, run.waiting.isEmpty {
      guard run.next < run.macro.steps.count else { return effects + endMacro() }
      let step = run.macro.steps[run.next]
      guard let verb = Verb(rawValue: step.name) else { return effects + endMacro() }
      (marks, rangeFrom, line) = (run.marks, nil, StatusLine())
      let (before, depth) = (Set(pending.keys), layers.count)
      effects += self.run(verb, argument: step.arguments.joined(separator: " "))
      macroRun?.next += 1
      macroRun?.waiting = Set(pending.keys).subtracting(before)
      if line.tone == .refused { return effects + endMacro(stoppedBy: line.text) }
      if layers.count > depth, isQuestion(layers.last) {
        layers.removeLast()
        return effects + endMacro(stoppedBy: Words.macroAsks)
      }
    }
    return effects
  }

  /// A question in the middle of a macro would be answered by whatever is typed next.
  private func isQuestion(_ layer: Layer?) -> Bool {
    switch layer {
    case .prompt, .menu, .editor, .resume: true
    default: false
    }
  }

  /// One of its commands was answered.
  mutating func macroHeard(
    _ tag: CommandTag, _ result: Result<CommandOutcome, CommandFailure>
  ) -> [Effect] {
    guard macroRun?.waiting.remove(tag) != nil else { return [] }
    if case .failure = result { return endMacro(stoppedBy: line.text) }
    return macroRun?.waiting.isEmpty == true ? stepMacro() : []
  }

  /// All that was done becomes one step of undo.
  private mutating func endMacro(stoppedBy why: String? = nil) -> [Effect] {
    guard let run = macroRun else { return [] }
    macroRun = nil
    lastVerdict = run.lastVerdict
    forgetMarks()
    let done = undo.dropFirst(run.undoCount)
    if !done.isEmpty {
      let entry = UndoEntry(
        label: run.macro.name, commands: done.reversed().flatMap(\.commands),
        mentions: done.flatMap(\.mentions))
      undo = Array(undo.prefix(run.undoCount)) + [entry]
    }
    if let why, let step = run.step {
      say(Words.macroStopped(run.macro, step, why), .refused)
    } else {
      say(done.isEmpty ? Words.macroRan(run.macro) : Words.canUndo(run.macro.name), .done)
    }
    let judged = (run.marks + [run.mention].compactMap { $0 }).filter { struck[$0] != nil }
    return judged.isEmpty ? [] : advance(past: judged)
  }
}

import ArgumentParser
import DeskCore
import DeskServices
import DeskUI
import NcursesTerminal
import TerminalUI

/// Puts a desk on the terminal and takes it off again.
enum Screen {
  static func show(_ session: DeskSession, theme: String?) throws {
    let terminal: NcursesTerminal
    do { terminal = try NcursesTerminal(log: session.logPath) } catch {
      Output.note(Sentence.of(error))
      throw ExitCode.failure
    }
    defer { terminal.close() }
    let wake = terminal.wake
    let inbox = Inbox { wake.signal() }
    let watcher = ChangeWatcher(walPath: session.store.walPath) {
      session.bell.ring()
      inbox.put(.dataChanged)
    }
    defer { watcher.close() }
    let host = session.host { inbox.put(.notice($0)) }
    let work = Task.detached(name: "host") { await host.run() }
    defer { work.cancel() }

    let shelf = session.themes
    let name = theme ?? session.themeName
    var notices: [Action] = []
    var chosen = Theme.fallback
    switch shelf.theme(named: name, tier: terminal.colorTier) {
    case .success(let theme): chosen = theme
    case .failure(let problem): notices.append(.notice(problem.description))
    }
    let state = session.screenState(
      size: terminal.size, themes: shelf.names, themeName: chosen.name)
    let parts = Dashboard.Parts(
      librarian: session.librarian, handler: session.handler, seat: session.seat, themes: shelf)
    Dashboard(terminal: terminal, state: state, theme: chosen, parts: parts, inbox: inbox)
      .run(starting: notices)
  }
}

import ArgumentParser
import DeskConfiguration
import DeskCore
import DeskServices
import DeskStore
import DeskUI
import Dispatch
import NcursesTerminal
import TerminalUI

/// Puts a desk on the terminal and takes it off again.
enum Screen {
  /// Must be called before any other thread exists, so that signals reach the screen's loop alone.
  static func prepare() throws {
    do { try NcursesTerminal.prepareProcess() } catch {
      Output.note(Sentence.of(error))
      throw ExitCode.failure
    }
  }

  private static func open(_ session: DeskSession) throws -> NcursesTerminal {
    var options = NcursesTerminal.Options()
    options.standardErrorPath = session.logPath
    do { return try NcursesTerminal(options: options) } catch {
      Output.note(Sentence.of(error))
      throw ExitCode.failure
    }
  }

  /// Shows a desk until its person leaves; `ending` is called while it can still be read.
  static func show(
    _ session: DeskSession, theme: String?, ending: () -> Void = {}
  ) throws {
    defer { session.store.close() }
    defer { ending() }
    let terminal = try open(session)
    defer { terminal.close() }
    let wake = terminal.wake
    let inbox = Inbox { wake.signal() }
    let watcher = ChangeWatcher(walPath: session.store.walPath) {
      session.bell.ring()
      inbox.put(.dataChanged)
    }
    defer { watcher.close() }
    let host = session.host { inbox.put(.notice($0)) }
    let ended = DispatchSemaphore(value: 0)
    let work = Task.detached(name: "host") {
      // The first frame comes first: what services do when they begin is no business of the eye's.
      try? await Task.sleep(for: .milliseconds(250))
      await host.run()
      ended.signal()
    }
    defer {
      // Its lease is given back, so that another screen of the desk takes over at once.
      work.cancel()
      _ = ended.wait(timeout: .now() + 1)
    }

    let shelf = session.themes
    let name = theme ?? session.themeName
    let (chosen, problem) = shelf.themeOrDefault(named: name, tier: terminal.colorTier)
    let notices = problem.map { [Action.notice($0.description)] } ?? []
    let state = session.screenState(
      size: terminal.size, themes: shelf.names, themeName: chosen.name)
    let parts = Dashboard.Parts(
      librarian: session.librarian, handler: session.handler, seat: session.seat, themes: shelf,
      keymap: session.keymap)
    Dashboard(terminal: terminal, state: state, theme: chosen, parts: parts, inbox: inbox)
      .run(starting: notices)
  }
}

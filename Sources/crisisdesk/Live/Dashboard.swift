import DeskConfiguration
import DeskCore
import DeskServices
import DeskUI
import NcursesTerminal
import TerminalUI

/// The screen's loop: events in, effects out, frames drawn; it owns the terminal and never waits for
/// anything but the terminal.
final class Dashboard {
  /// What the screen needs of the rest.
  struct Parts {
    let librarian: Librarian
    let handler: CommandHandler
    let seat: Seat
    let themes: ThemeShelf
    let keymap: Keymap
  }

  private let terminal: any Terminal
  private let parts: Parts
  private let inbox: Inbox
  private let reading = SerialWorker(name: "reading")
  private let deciding = SerialWorker(name: "deciding")
  private var state: DeskState
  private var theme: Theme
  private var buffer: CellBuffer
  private var isDirty = true
  private var isOver = false
  private var drawnAt = ContinuousClock.now
  private var tickedAt = ContinuousClock.now
  private var commandTitle = ""

  /// Data repaints at most this often; a key is painted at once.
  private static let pace = Duration.milliseconds(50)
  /// How long the screen stays empty for its first readings.
  private static let patience = Duration.milliseconds(30)

  init(terminal: any Terminal, state: DeskState, theme: Theme, parts: Parts, inbox: Inbox) {
    self.terminal = terminal
    self.state = state
    self.theme = theme
    self.parts = parts
    self.inbox = inbox
    buffer = CellBuffer(size: terminal.size)
  }

  /// Runs until the person quits or the process is told to end.
  func run(starting: [Action] = []) {
    for effect in DeskReducer.start(&state) { carryOut(effect) }
    for action in starting { apply(action) }
    var isFilling = true
    while !state.isEnding, !isOver {
      let isOwing = isDirty && !isFilling
      let patience = isDirty ? pace(isFilling) - (.now - drawnAt) : nextTick
      let event = terminal.nextEvent(timeout: max(.zero, patience), ignoringWake: isOwing)
      handle(event)
      tickIfDue()
      let isFull = isFilling && !state.isLoading
      let isFrameDue = .now - drawnAt >= pace(isFilling)
      if isDirty, event?.isHuman ?? false || isFrameDue || isFull {
        paint()
        isFilling = isFilling && !isFull
      }
    }
    deciding.close()
    reading.close()
  }

  /// The first frame waits for what it shows, but not longer than an empty one would be noticed.
  private func pace(_ isFilling: Bool) -> Duration { isFilling ? Self.patience : Self.pace }

  private var nextTick: Duration { .seconds(1) - (.now - tickedAt) }

  private func tickIfDue() {
    guard .now - tickedAt >= .seconds(1) else { return }
    tickedAt = .now
    apply(.tick)
  }

  private func handle(_ event: TerminalEvent?) {
    guard let event else { return }
    switch event {
    case .wake: for action in inbox.take() { apply(action) }
    case .terminate: isOver = true
    case .resume:
      terminal.repaint()
      apply(.resized(terminal.size))
    default:
      if let action = parts.keymap.action(for: event, in: state) { apply(action) }
    }
  }

  private func apply(_ action: Action) {
    let effects = DeskReducer.reduce(into: &state, action, now: .now)
    isDirty = true
    for effect in effects { carryOut(effect) }
  }

  private func paint() {
    if buffer.size != state.size { buffer = CellBuffer(size: state.size) }
    DeskScreen.render(state, into: &buffer, theme: theme)
    terminal.draw(buffer)
    drawnAt = .now
    isDirty = false
    let title = state.windowTitle
    if title != commandTitle {
      commandTitle = title
      terminal.setTitle(title)
    }
  }

  private func carryOut(_ effect: Effect) {
    switch effect {
    case .perform(let command, let tag): perform(command, tag: tag)
    case .load(let request):
      let (librarian, inbox) = (parts.librarian, inbox)
      reading.run { inbox.put(.loaded(librarian.answer(request, now: .now))) }
    case .openURL(let url): if !Browser.open(url) { apply(.notice(Sentence.noBrowser(url))) }
    case .copy(let text): Clipboard.copy(text)
    case .setTheme(let name): setTheme(name)
    case .bell: terminal.bell()
    case .suspend:
      terminal.suspend()
      terminal.repaint()
      apply(.resized(terminal.size))
    case .quit: isOver = true
    case .redraw: terminal.repaint()
    }
  }

  /// Decisions have a thread of their own: a pause never stands behind a page that is being read.
  private func perform(_ command: DeskCommand, tag: CommandTag) {
    let (handler, seat, inbox) = (parts.handler, parts.seat, inbox)
    deciding.run {
      do {
        let outcome = try handler.execute(command, as: seat, at: .now)
        inbox.put(.performed(tag, .success(outcome)))
      } catch let refusal as Refusal {
        inbox.put(.performed(tag, .failure(.refused(refusal))))
      } catch {
        inbox.put(.performed(tag, .failure(.failed(Sentence.of(error)))))
      }
    }
  }

  private func setTheme(_ name: String) {
    do throws(ConfigurationProblem) {
      theme = try parts.themes.theme(named: name, tier: terminal.colorTier)
      terminal.repaint()
      apply(.themeChanged(name, failure: nil))
    } catch {
      apply(.themeChanged(name, failure: error.description))
    }
  }
}

extension TerminalEvent {
  /// Whether a person did it, so that the answer is painted at once.
  fileprivate var isHuman: Bool {
    switch self {
    case .key, .paste, .resize, .resume: true
    case .focus, .wake, .terminate: false
    }
  }
}

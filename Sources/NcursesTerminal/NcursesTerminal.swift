import CNcurses
import Glibc
public import TerminalUI

/// The terminal through libncursesw; one at a time, owned by the thread that made it.
public final class NcursesTerminal: Terminal {
  /// What may be chosen about a screen.
  public struct Options: Sendable {
    /// Where standard error goes while the screen is up; nil keeps it in memory and shows it after.
    public var standardErrorPath: String?
    /// Whether frames are marked so that terminals show them at once; others ignore the marks.
    public var marksFrames = true
    /// Whether focus events are asked for.
    public var reportsFocus = false
    /// The colours to use whatever the terminal and the environment say; nil asks them.
    public var colorTier: ColorTier?

    /// Makes the options that suit most screens.
    public init() {}
  }

  /// The size of the screen in cells; it changes just before a `resize` event.
  public private(set) var size: Size
  /// How many colours frames are shown with; finer styles are brought down to it.
  public let colorTier: ColorTier
  /// Where other threads ask for attention.
  public let wake: Wake

  let options: Options
  let hasTitle: Bool
  private let signals: Int32
  private let input: UnsafeMutablePointer<WINDOW>
  private var screen: OpaquePointer?
  private var assembler = InputAssembler()
  private var painter: Painter
  private var hasMoreInput = false
  private var emptyReads = 0
  /// The title we set, and whether the terminal shows it now and keeps the one before.
  var title: String?
  var titleIsSet = false

  /// Blocks the signals of the screen and chooses UTF-8.
  ///
  /// Call it first in the program, before any other thread exists: threads inherit the blocked
  /// signals, and a signal that another thread took would be lost.
  public static func prepareProcess() throws(TerminalError) {
    guard cn_block_signals() >= 0 else { throw .systemFailure }
    guard cn_use_utf8() == 0 else { throw .noUTF8 }
  }

  /// Opens the screen on standard input and output.
  public init(wake: Wake = Wake(), options: Options = Options()) throws(TerminalError) {
    try Self.prepareProcess()
    let name = try Self.findDescription()
    signals = cn_block_signals()
    self.wake = wake
    self.options = options
    hasTitle = !["linux", "vt", "cons", "ansi"].contains { name.hasPrefix($0) }
    cn_guard_begin(STDOUT_FILENO)
    set_escdelay(Self.escapeDelay)
    screen = cn_start(name)
    guard screen != nil, let pad = newpad(1, 1) else {
      cn_guard_end()
      throw .unknownTerminal(name)
    }
    cn_capture_begin(options.standardErrorPath)
    input = pad
    size = Size(columns: Int(cn_columns()), rows: Int(cn_lines()))
    Self.setModes(input: pad)
    let colors = has_colors() ? Int(cn_colors()) : 0
    let asked = ColorTier.detect(colors: colors, environment: Self.colorEnvironment)
    colorTier = options.colorTier ?? asked
    painter = Painter(tier: colorTier)
    writeModes()
  }

  deinit { close() }

  /// Sends the changed span of each changed row, and nothing when nothing changed.
  public func draw(_ buffer: CellBuffer) {
    guard screen != nil else { return }
    cn_park_if_crashed()
    painter.paint(buffer, marksFrame: options.marksFrames)
  }

  /// Makes the next frame clear the terminal and send every row.
  public func repaint() {
    painter.forget()
  }

  /// Sleeps in `poll` until the terminal, a signal or a wake-up has something, or the time is over.
  public func nextEvent(timeout: Duration?, ignoringWake: Bool) -> TerminalEvent? {
    let end = timeout.map { ContinuousClock.now + $0 }
    while screen != nil {
      if let event = assembler.next() { return translate(event) }
      // Something that was begun waits for its rest only so long.
      let rest: Duration? = assembler.isPasting ? .seconds(2) : .milliseconds(50)
      let patience = hasMoreInput ? .zero : assembler.isWaiting ? rest : nil
      let left = end.map { max(.zero, $0 - .now) }
      let limit = [patience, left].compactMap { $0 }.min()
      let waker = ignoringWake ? -1 : wake.descriptor
      let reasons = Int(cn_wait(STDIN_FILENO, waker, signals, Self.milliseconds(limit)))
      cn_park_if_crashed()
      if reasons & CN_SIGNAL != 0, let event = nextSignal() { return event }
      if reasons & CN_INPUT != 0 || hasMoreInput {
        if readInput() == .hangUp { return .terminate(.hangUp) }
        continue
      }
      if reasons & CN_HANGUP != 0 { return .terminate(.hangUp) }
      if reasons & CN_WAKE != 0 {
        wake.consume()
        return .wake
      }
      if reasons == 0, let limit, limit == patience { assembler.flush() }
      if let end, ContinuousClock.now >= end { return assembler.next().flatMap(translate) }
    }
    return nil
  }

  /// Puts the terminal back as it was and shows what went to standard error meanwhile.
  public func close() {
    guard let screen else { return }
    painter.showCursor()
    leaveModes()
    endwin()
    delwin(input)
    delscreen(screen)
    self.screen = nil
    cn_guard_end()
    cn_capture_end()
  }

  /// The stop key and the quit key belong to the driver; everything else is the program's.
  private func translate(_ event: TerminalEvent) -> TerminalEvent? {
    switch event {
    case .key(.control("z")):
      suspend()
      return .resume
    case .key(.control("\\")): return .terminate(.quit)
    default: return event
    }
  }

  private func nextSignal() -> TerminalEvent? {
    switch cn_next_signal(signals) {
    case SIGWINCH: return adoptSize() ? .resize(size) : nil
    case SIGTSTP:
      suspend()
      return .resume
    case SIGCONT:
      enter()
      return .resume
    case SIGINT: return .terminate(.interrupt)
    case SIGTERM: return .terminate(.terminate)
    case SIGHUP: return .terminate(.hangUp)
    case SIGQUIT: return .terminate(.quit)
    default: return nil
    }
  }

  private enum Reading { case done, hangUp }

  private func readInput() -> Reading {
    var count = 0
    hasMoreInput = false
    while true {
      let code = wgetch(input)
      if code == ERR { break }
      if let known = KeyTable.input(for: code) { assembler.feed(known) }
      count += 1
      if count == 4096 {
        hasMoreInput = true
        break
      }
    }
    // Escape alone was waited for already, by ncurses.
    if !hasMoreInput, assembler.isLoneEscape { assembler.flush() }
    // A terminal that is gone is always readable and never has anything.
    emptyReads = count == 0 ? emptyReads + 1 : 0
    return emptyReads > 3 ? .hangUp : .done
  }

  private func adoptSize() -> Bool {
    var columns: Int32 = 0
    var rows: Int32 = 0
    guard cn_window_size(STDOUT_FILENO, &columns, &rows) == 0 else { return false }
    let new = Size(columns: Int(columns), rows: Int(rows))
    guard new != size else { return false }
    resize_term(rows, columns)
    size = new
    painter.forget()
    return true
  }

  func leave() {
    painter.showCursor()
    leaveModes()
    endwin()
  }

  func enter() {
    guard screen != nil else { return }
    reset_prog_mode()
    // The first refresh after endwin sends the start-up strings again.
    wrefresh(cn_curscr())
    keypad(input, true)
    writeModes()
    if let title { setTitle(title) }
    _ = adoptSize()
    painter.forget()
  }

  private static func milliseconds(_ duration: Duration?) -> Int32 {
    guard let duration else { return -1 }
    let (seconds, attoseconds) = duration.components
    // Rounded up, so that waiting does not become spinning.
    let whole = seconds * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
    return Int32(clamping: whole)
  }
}

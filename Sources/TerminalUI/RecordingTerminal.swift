/// A terminal for tests: it plays events and keeps frames.
public final class RecordingTerminal: Terminal {
  /// The size of the screen; a `resize` event that is played changes it.
  public private(set) var size: Size
  /// The colours it claims.
  public let colorTier: ColorTier
  /// Every frame that was drawn, oldest first.
  public private(set) var frames: [CellBuffer] = []
  /// Everything else that was asked of it, oldest first.
  public private(set) var calls: [Call] = []
  private var events: [TerminalEvent]

  /// A request other than a frame.
  public enum Call: Hashable, Sendable {
    /// What the program asked for.
    case repaint, bell, suspend, release, close
    /// The title it set.
    case title(String)
  }

  /// Makes a terminal that will play the events in order.
  public init(
    size: Size, colorTier: ColorTier = .indexed256, events: [TerminalEvent] = []
  ) {
    self.size = size
    self.colorTier = colorTier
    self.events = events
  }

  /// The text of the newest frame, empty before the first.
  public var text: String { frames.last?.text ?? "" }

  /// Adds events to be played.
  public func play(_ more: [TerminalEvent]) {
    events += more
  }

  /// Keeps the frame.
  public func draw(_ buffer: CellBuffer) {
    frames.append(buffer)
  }

  /// Notes the request.
  public func repaint() {
    calls.append(.repaint)
  }

  /// The next event of the script; at its end nil, whatever the time.
  public func nextEvent(timeout: Duration?, ignoringWake: Bool) -> TerminalEvent? {
    let index = events.firstIndex { !(ignoringWake && $0 == .wake) }
    guard let index else { return nil }
    let event = events.remove(at: index)
    if case .resize(let size) = event { self.size = size }
    return event
  }

  /// Notes the request.
  public func bell() {
    calls.append(.bell)
  }

  /// Notes the title as it was given.
  public func setTitle(_ title: String) {
    calls.append(.title(title))
  }

  /// Notes the request and goes on at once.
  public func suspend() {
    calls.append(.suspend)
  }

  /// Notes the request and runs the work.
  public func withReleasedScreen(_ work: () -> Void) {
    calls.append(.release)
    work()
  }

  /// Notes the request.
  public func close() {
    calls.append(.close)
  }
}

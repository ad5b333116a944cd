/// What a driver does for a screen; one thread owns it, so it is a class and not Sendable.
public protocol Terminal: AnyObject {
  /// The size of the screen now.
  var size: Size { get }
  /// How many colours the screen may be given.
  var colorTier: ColorTier { get }

  /// Shows a frame; only what differs from the one before is sent.
  func draw(_ buffer: CellBuffer)
  /// Forgets what the screen shows, so that the next frame is sent whole.
  func repaint()
  /// Sleeps until something happens; nil when the time passed first, no limit without one.
  ///
  /// With `ignoringWake` calls from other threads stay pending: for a program that already owes
  /// a frame and waits for its time.
  func nextEvent(timeout: Duration?, ignoringWake: Bool) -> TerminalEvent?
  /// Rings the bell.
  func bell()
  /// Sets the window's title; the text is made safe first.
  func setTitle(_ title: String)
  /// Gives the terminal back and stops the program, as the stop key does; returns when it goes on.
  func suspend()
  /// Gives the terminal back while the work runs, for an editor or another child program.
  func withReleasedScreen(_ work: () -> Void)
  /// Gives the terminal back for good; a second call does nothing.
  func close()
}

extension Terminal {
  /// Sleeps until something happens; nil when the time passed first, no limit without one.
  public func nextEvent(timeout: Duration? = nil) -> TerminalEvent? {
    nextEvent(timeout: timeout, ignoringWake: false)
  }
}

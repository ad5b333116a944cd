import CNcurses
import Synchronization

/// The way for any thread to wake the thread that owns the screen.
///
/// Any number of signals before the screen's thread takes notice are one `wake` event and one
/// system call.
public final class Wake: Sendable {
  let descriptor: Int32
  private let isPending = Atomic<Bool>(false)

  /// Makes a wake-up; it may be handed out before there is a terminal.
  public init() {
    descriptor = cn_wake_create()
  }

  deinit {
    if descriptor >= 0 { cn_close(descriptor) }
  }

  /// Asks the screen's thread for attention; may be called from any thread.
  public func signal() {
    if !isPending.exchange(true, ordering: .acquiringAndReleasing) {
      cn_wake_signal(descriptor)
    }
  }

  func consume() {
    cn_wake_consume(descriptor)
    isPending.store(false, ordering: .sequentiallyConsistent)
  }
}

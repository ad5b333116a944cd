import Foundation
import Glibc
import Synchronization

/// Tells when any process writes to a desk's database, without waking up while none does.
///
/// SQLite in WAL mode appends every commit to one file, so the kernel's file notification on it is
/// enough. Where that is not to be had, for example on some network file systems, it looks once a
/// second.
final class ChangeWatcher: Sendable {
  /// Bursts of commits are reported at most this often: data repaints at most 20 times a second.
  static let pace = Duration.milliseconds(50)

  private let isClosed = Atomic<Bool>(false)

  /// Calls `changed` on a thread of its own after every write to the log file at `walPath`.
  init(walPath: String, changed: @escaping @Sendable () -> Void) {
    let folder = (walPath as NSString).deletingLastPathComponent
    let name = (walPath as NSString).lastPathComponent
    let thread = Thread { [self] in
      let descriptor = inotify_init1(Int32(IN_CLOEXEC))
      let mask = UInt32(IN_MODIFY | IN_CREATE | IN_MOVED_TO)
      if descriptor >= 0, inotify_add_watch(descriptor, folder, mask) >= 0 {
        watch(descriptor, name: name, changed: changed)
      } else {
        poll(changed: changed)
      }
    }
    thread.name = "changes"
    thread.stackSize = 256 * 1024
    thread.start()
  }

  /// Stops reporting.
  func close() { isClosed.store(true, ordering: .relaxed) }

  private func watch(_ descriptor: Int32, name: String, changed: @Sendable () -> Void) {
    var buffer = [UInt8](repeating: 0, count: 64 * 1024)
    while !isClosed.load(ordering: .relaxed) {
      let count = read(descriptor, &buffer, buffer.count)
      guard count > 0 else {
        if errno == EINTR { continue }
        break
      }
      guard mentions(name, in: buffer[0..<count]) else { continue }
      changed()
      usleep(50_000)
    }
    Glibc.close(descriptor)
  }

  /// Each event is a 16-byte head, whose last word is the length of the padded name that follows.
  private func mentions(_ name: String, in bytes: ArraySlice<UInt8>) -> Bool {
    var offset = 0
    while offset + 16 <= bytes.count {
      let length = (12..<16).reduce(0) { $0 | Int(bytes[offset + $1]) << (8 * ($1 - 12)) }
      let text = bytes[(offset + 16)..<min(offset + 16 + length, bytes.count)].prefix { $0 != 0 }
      if text.elementsEqual(name.utf8) { return true }
      offset += 16 + length
    }
    return false
  }

  private func poll(changed: @Sendable () -> Void) {
    while !isClosed.load(ordering: .relaxed) {
      sleep(1)
      changed()
    }
  }
}

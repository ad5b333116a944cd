import Foundation
import Glibc

/// A file system of its own for one desk, small enough to fill; needs the right to mount.
final class SmallDisk: Sendable {
  private static let megabytes = 96
  private let folder: String
  private var ballast: String { folder + "/ballast" }

  /// Mounts one on a folder; nil where that is not allowed.
  init?(on folder: String) {
    let options = "size=\(Self.megabytes)m,mode=0700"
    guard mount("torture", folder, "tmpfs", 0, options) == 0 else { return nil }
    self.folder = folder
  }

  /// Takes all the room that is left.
  func fill() {
    let file = open(ballast, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard file >= 0 else { return }
    defer { close(file) }
    for size in [1 << 20, 1 << 16, 1 << 12] {
      let block = [UInt8](repeating: 7, count: size)
      while write(file, block, size) == size {}
    }
  }

  /// Gives the room back.
  func empty() { unlink(ballast) }

  /// Takes the file system away, with what is on it.
  func unmount() { _ = umount2(folder, Int32(MNT_DETACH)) }
}

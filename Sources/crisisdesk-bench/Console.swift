import Glibc

/// Lines that are out as soon as they are said, so that a long run can be watched.
enum Console {
  /// Writes a line to standard output.
  static func say(_ line: String) { put(line, to: STDOUT_FILENO) }

  /// Writes a line to standard error.
  static func complain(_ line: String) { put(line, to: STDERR_FILENO) }

  private static func put(_ line: String, to file: Int32) {
    let bytes = Array((line + "\n").utf8)
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      sent += count
    }
  }
}

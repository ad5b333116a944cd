import Glibc

/// Sets bad lines aside, each below a comment with its number and reason.
///
/// The file is made with the first bad line, readable by its owner only: it holds people's words.
public final class RejectsFile {
  private let path: String
  private var descriptor: Int32 = -1

  /// Makes a file that does not exist before the first bad line; lines are appended to an old one.
  public init(path: String) { self.path = path }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Appends one line.
  /// - Throws: `JSONLinesError.cannotWrite`.
  public func write(_ rejected: RejectedLine) throws {
    if descriptor < 0 {
      descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    }
    var bytes = Array("# line \(rejected.number): \(rejected.reason)\n".utf8)
    bytes += rejected.line
    bytes.append(10)
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else {
        throw JSONLinesError.cannotWrite(path: path, why: ByteInput.words(errno))
      }
      rest = rest.dropFirst(written)
    }
  }
}

import Glibc

/// Files that only their owner may read.
public enum PrivateFile {
  /// Why a file was not written.
  public enum Failure: Error, Hashable, Sendable, CustomStringConvertible {
    /// There is one already, and nothing here overwrites.
    case exists(String)
    /// The system said no; the words are its own.
    case system(String)

    /// The failure as a sentence.
    public var description: String {
      switch self {
      case .exists(let path): "\(path) exists already and is left as it is"
      case .system(let words): words
      }
    }
  }

  /// Writes a new file with mode 0600; never overwrites, and leaves none behind that is half written.
  public static func create(_ text: String, at path: String) throws(Failure) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else {
      if errno == EEXIST { throw .exists(path) }
      throw .system(String(cString: strerror(errno)))
    }
    defer { close(descriptor) }
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        let words = String(cString: strerror(errno))
        unlink(path)
        throw .system(words)
      }
      rest = rest.dropFirst(count)
    }
    fsync(descriptor)
  }
}

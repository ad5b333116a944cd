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
    try fill(descriptor, with: Array(text.utf8), path)
  }

  /// Puts a file in the place of another in one move, with mode 0600: whoever reads it sees the old
  /// one or the new one, whole.
  ///
  /// `check` sees the finished file before it takes the place, and keeps it from there by throwing.
  public static func replace(
    _ bytes: [UInt8], at path: String, check: (String) throws -> Void
  ) throws {
    let draft = "\(path).\(getpid()).new"
    unlink(draft)
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else {
      throw Failure.system("\(path): " + String(cString: strerror(errno)))
    }
    defer { unlink(draft) }
    do {
      defer { close(descriptor) }
      try fill(descriptor, with: bytes, draft)
    }
    try check(draft)
    guard rename(draft, path) == 0 else {
      throw Failure.system("\(path): " + String(cString: strerror(errno)))
    }
  }

  private static func fill(
    _ descriptor: Int32, with bytes: [UInt8], _ path: String
  ) throws(Failure) {
    var rest = bytes[...]
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

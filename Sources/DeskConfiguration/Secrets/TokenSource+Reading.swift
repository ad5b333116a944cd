import Glibc

extension TokenSource {
  /// How long a command may take, 10 s.
  public static let commandSeconds = 10

  /// Reads the token. Blocks, a command for up to `seconds`; not for the screen's thread.
  ///
  /// `places` says where a relative path starts. Throws why there is none, never with any of it.
  public func read(
    places: DeskPlaces, environment: [String: String], seconds: Int = TokenSource.commandSeconds
  ) throws(TokenProblem) -> Secret {
    switch self {
    case .file(let path):
      return try Self.token(Self.contents(of: places.resolve(path, environment: environment)))
    case .environment(let name):
      guard let value = environment[name], !value.isEmpty else { throw .unset(variable: name) }
      return try Self.token(Array(value.utf8))
    case .command(let line):
      return try Self.token(
        TokenCommand(line: line, seconds: seconds, environment: environment).output())
    }
  }

  /// The first line, which must look like a token: one word of printable characters.
  private static func token(_ bytes: [UInt8]) throws(TokenProblem) -> Secret {
    var line = bytes.prefix { $0 != UInt8(ascii: "\n") }
    while let last = line.last, last == 13 || last == 32 || last == 9 { line.removeLast() }
    guard !line.isEmpty else { throw .empty }
    guard line.count <= 4096, line.allSatisfy({ $0 > 32 && $0 < 127 }) else { throw .malformed }
    return Secret(String(decoding: line, as: UTF8.self))
  }

  /// Checks the open file and not the path, so that nobody can swap it in between.
  private static func contents(of path: String) throws(TokenProblem) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else {
      throw .unreadable(path: path, reason: String(cString: strerror(errno)))
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw .notAFile(path: path)
    }
    guard status.st_uid == geteuid() else { throw .foreignOwner(path: path) }
    guard status.st_mode & 0o077 == 0 else {
      throw .tooOpen(path: path, mode: String(status.st_mode & 0o777, radix: 8))
    }
    var buffer = [UInt8](repeating: 0, count: 8192)
    let count = Glibc.read(descriptor, &buffer, buffer.count)
    guard count >= 0 else {
      throw .unreadable(path: path, reason: String(cString: strerror(errno)))
    }
    return Array(buffer[..<count])
  }
}

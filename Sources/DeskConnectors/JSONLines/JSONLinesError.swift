/// What can go wrong with a whole file of JSON Lines; single bad lines are `RejectedLine`s.
public enum JSONLinesError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file could not be opened; the words are the system's.
  case cannotOpen(path: String, why: String)
  /// Reading failed; the words are the system's.
  case cannotRead(path: String, why: String)
  /// The rejects file could not be written; the words are the system's.
  case cannotWrite(path: String, why: String)
  /// The gzip data is damaged.
  case damaged
  /// The gzip data ends in the middle.
  case cutShort

  /// The fact in words.
  public var description: String {
    switch self {
    case .cannotOpen(let path, let why): "cannot open \(path): \(why)"
    case .cannotRead(let path, let why): "cannot read \(path): \(why)"
    case .cannotWrite(let path, let why): "cannot write \(path): \(why)"
    case .damaged: "the gzip data is damaged"
    case .cutShort: "the gzip data ends in the middle"
    }
  }
}

/// A line that is not a mention, and why.
public struct RejectedLine: Hashable, Sendable {
  /// Its number in the file, from 1 up.
  public let number: Int
  /// Why, in words.
  public let reason: String
  /// The line itself, at most 64 kB of it.
  public let line: [UInt8]
}

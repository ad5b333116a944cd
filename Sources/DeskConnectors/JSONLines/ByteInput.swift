import Glibc

/// Bytes of a file or of standard input, inflated when they are gzip.
final class ByteInput {
  private static let pieceLength = 256 * 1024
  /// How much is inflated at once: gzip grows at most a thousandfold, so this bounds a piece.
  private static let inflatedLength = 8 * 1024

  private let path: String
  private var descriptor: Int32 = -1
  private var identity = ""
  private var inflater: GzipInflater?
  private var head: [UInt8] = []
  private var hasStarted = false
  private var pending: [UInt8] = []
  /// How much of `pending` has been handed over.
  private var taken = 0
  private var toSkip: Int64 = 0
  private var rawPosition: Int64 = 0

  init(path: String) throws {
    self.path = path
    try open()
  }

  deinit { if descriptor > 2 { close(descriptor) } }

  private func open() throws {
    if path == "-" {
      descriptor = 0
    } else {
      let opened = Glibc.open(path, O_RDONLY | O_CLOEXEC)
      guard opened >= 0 else {
        throw JSONLinesError.cannotOpen(path: path, why: Self.words(errno))
      }
      descriptor = opened
      identity = Self.identity(descriptor)?.name ?? ""
    }
  }

  /// The next piece; nil at the end.
  func read() throws -> [UInt8]? {
    if !hasStarted { try start() }
    while true {
      if taken == pending.count { (pending, taken) = (try readRaw(), 0) }
      if pending.isEmpty { return try atEnd() }
      var piece = try nextPiece()
      if toSkip > 0 {
        let skipped = min(Int64(piece.count), toSkip)
        toSkip -= skipped
        piece.removeFirst(Int(skipped))
      }
      if !piece.isEmpty { return piece }
    }
  }

  private func nextPiece() throws -> [UInt8] {
    guard let inflater else {
      defer { (pending, taken) = ([], 0) }
      return taken == 0 ? pending : Array(pending[taken...])
    }
    let part = pending[taken..<min(pending.count, taken + Self.inflatedLength)]
    taken += part.count
    var piece: [UInt8] = []
    try inflater.inflate(part, into: &piece)
    return piece
  }

  private func atEnd() throws -> [UInt8]? {
    if let inflater, !inflater.isComplete, rawPosition > 0 { throw JSONLinesError.cutShort }
    return nil
  }

  /// Looks at the first bytes: they tell gzip, and name the file.
  private func start() throws {
    // A pipe is not waited for: its first line may be all there is for hours.
    while pending.count < (path == "-" ? 2 : FilePlace.headLength) {
      let more = try readRaw()
      if more.isEmpty { break }
      pending += more
    }
    guard pending.count >= 2 || path == "-" else { return }
    hasStarted = true
    head = Array(pending.prefix(FilePlace.headLength))
    if pending.starts(with: [0x1f, 0x8b]) { inflater = GzipInflater() }
  }

  /// Goes to a place when this is the file it was taken from; false when it is another.
  func resume(at place: FilePlace) throws -> Bool {
    guard path != "-", place.identity == identity,
      let count = FilePlace.count(ofHead: place.head)
    else { return false }
    try start()
    guard head.count >= count, FilePlace.head(of: head.prefix(count)) == place.head else {
      return false
    }
    if inflater != nil {
      toSkip = place.offset
      return true
    }
    guard let size = Self.identity(descriptor)?.size, size >= place.offset,
      lseek(descriptor, off_t(place.offset), SEEK_SET) == off_t(place.offset)
    else { return false }
    (pending, taken) = ([], 0)
    rawPosition = place.offset
    return true
  }

  /// The place after `offset` bytes of the stream; nil for standard input, which has no places.
  func place(at offset: Int64) -> FilePlace? {
    guard path != "-", !identity.isEmpty else { return nil }
    return FilePlace(identity: identity, offset: offset, head: FilePlace.head(of: head))
  }

  /// Whether the path now names another file, or this one was cut short.
  func hasBeenReplaced() throws -> Bool {
    guard path != "-" else { return false }
    if let mine = Self.identity(descriptor), mine.size < rawPosition { return true }
    let other = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    // Between two files of a rotation there may be none; the old one is still being read.
    guard other >= 0 else { return false }
    defer { close(other) }
    guard let theirs = Self.identity(other), theirs.name != identity else { return false }
    return try !hasMore()
  }

  /// Starts over with the file that the path names now.
  func reopen() throws {
    if descriptor > 2 { close(descriptor) }
    (inflater, head, pending, hasStarted) = (nil, [], [], false)
    (taken, toSkip, rawPosition) = (0, 0, 0)
    try open()
  }

  private func hasMore() throws -> Bool {
    guard let mine = Self.identity(descriptor) else { return false }
    return mine.size > rawPosition
  }

  private func readRaw() throws -> [UInt8] {
    while true {
      var failure: Int32 = 0
      let bytes = [UInt8](unsafeUninitializedCapacity: Self.pieceLength) { buffer, count in
        let got = Glibc.read(descriptor, buffer.baseAddress, Self.pieceLength)
        failure = got < 0 ? errno : 0
        count = max(0, got)
      }
      if failure == EINTR { continue }
      guard failure == 0 else {
        throw JSONLinesError.cannotRead(path: path, why: Self.words(failure))
      }
      rawPosition += Int64(bytes.count)
      return bytes
    }
  }

  private static func identity(_ descriptor: Int32) -> (name: String, size: Int64)? {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    return ("\(status.st_dev):\(status.st_ino)", Int64(status.st_size))
  }

  static func words(_ error: Int32) -> String { String(cString: strerror(error)) }
}

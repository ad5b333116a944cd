public import DeskCore

/// Reads mentions from JSON Lines piece by piece, in bounded memory, and stops at no bad line.
///
/// It pulls: nothing is read before it is asked for. Not for several tasks at once.
public struct JSONLinesReader {
  private var input: ByteInput
  private var splitter: LineSplitter
  private let parser: MentionLineParser
  private let account: AccountID
  private let reject: (RejectedLine) throws -> Void
  private var isOver = false

  /// How many lines were bad so far.
  public private(set) var rejected = 0
  /// How many lines were read so far.
  public var lines: Int { splitter.number }
  /// Bytes of the (inflated) stream read so far.
  public var position: Int64 { splitter.position }

  /// Opens a file, or standard input for `-`; gzip is recognised by its first bytes.
  /// - Parameters:
  ///   - path: the file, or `-`.
  ///   - account: the account whose mentions these are.
  ///   - cursor: where an earlier reading of this very file stood; another file starts over.
  ///   - reject: called for each bad line; what it throws ends the reading.
  /// - Throws: `JSONLinesError` when the file cannot be opened.
  public init(
    path: String, account: AccountID, from cursor: Cursor? = nil,
    reject: @escaping (RejectedLine) throws -> Void = { _ in }
  ) throws {
    let input = try ByteInput(path: path)
    self.init(input: input, account: account, position: 0, reject: reject)
    if let place = cursor.flatMap(FilePlace.init(cursor:)), try self.input.resume(at: place) {
      splitter = LineSplitter(position: place.offset)
    }
  }

  private init(
    input: ByteInput, account: AccountID, position: Int64,
    reject: @escaping (RejectedLine) throws -> Void
  ) {
    self.input = input
    self.account = account
    self.reject = reject
    splitter = LineSplitter(position: position)
    parser = MentionLineParser(account: account)
  }

  /// The next mentions with the cursor that stands after them; nil at the end.
  /// - Throws: `JSONLinesError`, or what `reject` throws.
  public mutating func next() throws -> SourceBatch? {
    while !isOver {
      guard let piece = try input.read() else {
        isOver = true
        return try lastBatch()
      }
      if let batch = try take(piece) { return batch }
    }
    return nil
  }

  /// What was appended since the end was reached; nil when there is nothing new.
  ///
  /// A file that was cut or replaced is read from its start.
  mutating func follow() throws -> SourceBatch? {
    if try input.hasBeenReplaced() {
      let last = try lastBatch()
      try input.reopen()
      splitter = LineSplitter()
      if let last { return last }
    }
    while let piece = try input.read() {
      if let batch = try take(piece) { return batch }
    }
    return nil
  }

  private mutating func take(_ piece: [UInt8]) throws -> SourceBatch? {
    var events: [SourceEvent] = []
    var end: Int64?
    var bad: [RejectedLine] = []
    splitter.feed(piece[...]) { line in
      end = line.end
      Self.read(line, parser, &events, &bad)
    }
    return try batch(events, bad, end: end)
  }

  private mutating func lastBatch() throws -> SourceBatch? {
    var events: [SourceEvent] = []
    var bad: [RejectedLine] = []
    splitter.finish { Self.read($0, parser, &events, &bad) }
    return try batch(events, bad, end: splitter.position)
  }

  private mutating func batch(
    _ events: [SourceEvent], _ bad: [RejectedLine], end: Int64?
  ) throws -> SourceBatch? {
    for line in bad {
      rejected += 1
      try reject(line)
    }
    guard !events.isEmpty || !bad.isEmpty else { return nil }
    let cursor = end.flatMap { input.place(at: $0)?.cursor }
    return SourceBatch(account: account, events: events, cursor: cursor)
  }

  private static func read(
    _ line: LineSplitter.Line, _ parser: MentionLineParser, _ events: inout [SourceEvent],
    _ bad: inout [RejectedLine]
  ) {
    switch parser.parse(line) {
    case .success(let mention?): events.append(.upsert(mention))
    case .success(nil): return
    case .failure(let fault):
      bad.append(
        RejectedLine(
          number: line.number, reason: fault.reason, line: Array(line.bytes.prefix(65_536))))
    }
  }
}

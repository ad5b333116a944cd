/// Cuts a stream of bytes into lines and keeps count of where each ends.
struct LineSplitter {
  /// One line without its end.
  struct Line: Hashable {
    var bytes: ArraySlice<UInt8>
    var number: Int
    /// The bytes of the stream up to and including this line's end.
    var end: Int64
    /// Whether it was longer than the limit; then only its beginning is kept.
    var isTooLong: Bool
  }

  /// The longest line that is read, 8 MB; of a longer one 64 kB are kept to show.
  static let limit = 8 * 1024 * 1024
  private static let shown = 64 * 1024

  private let limit: Int
  private var pending: [UInt8] = []
  private var isSkipping = false
  private(set) var position: Int64
  private(set) var number = 0

  /// Starts at a position of the stream.
  init(position: Int64 = 0, limit: Int = Self.limit) {
    self.position = position
    self.limit = limit
  }

  /// Whether bytes wait for the end of their line.
  var hasRest: Bool { !pending.isEmpty || isSkipping }

  /// Takes a piece of the stream and hands over each line that it ends.
  mutating func feed(_ piece: ArraySlice<UInt8>, _ take: (Line) throws -> Void) rethrows {
    var rest = piece
    while let newline = rest.firstIndex(of: 10) {
      let part = rest[..<newline]
      rest = rest[(newline + 1)...]
      position += Int64(part.count + 1)
      if pending.isEmpty, !isSkipping, part.count <= limit {
        number += 1
        try take(Line(bytes: trim(part), number: number, end: position, isTooLong: false))
      } else {
        keep(part)
        try flush(take)
      }
    }
    position += Int64(rest.count)
    keep(rest)
  }

  /// Hands over what stands after the last line end.
  mutating func finish(_ take: (Line) throws -> Void) rethrows {
    if hasRest { try flush(take) }
  }

  private mutating func keep(_ part: ArraySlice<UInt8>) {
    if isSkipping { return }
    if pending.count + part.count <= limit {
      pending += part
    } else {
      pending += part.prefix(max(0, Self.shown - pending.count))
      if pending.count > Self.shown { pending.removeSubrange(Self.shown...) }
      isSkipping = true
    }
  }

  private mutating func flush(_ take: (Line) throws -> Void) rethrows {
    number += 1
    let line = Line(
      bytes: trim(pending[...]), number: number, end: position, isTooLong: isSkipping)
    pending = []
    isSkipping = false
    try take(line)
  }

  private func trim(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    bytes.last == 13 ? bytes.dropLast() : bytes
  }
}

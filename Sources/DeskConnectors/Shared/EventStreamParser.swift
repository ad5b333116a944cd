/// Reads server-sent events from bytes that arrive in pieces of any size.
///
/// An event counts only once its empty line has come: what a cut connection leaves behind is
/// dropped, because half an event must never look like a whole one.
struct EventStreamParser: Sendable {
  /// What a stream can say.
  enum Item: Hashable, Sendable {
    /// A whole event.
    case event(name: String, data: String)
    /// A comment line, by which servers show that they are alive.
    case heartbeat
  }

  /// The longest event kept, in bytes; a longer one is skipped to its end.
  static let limit = 4 << 20

  private var line: [UInt8] = []
  private var name = ""
  private var data: [UInt8] = []
  private var hasData = false
  private var isTooLong = false
  private var sawCarriageReturn = false
  private var isFirstLine = true

  /// Takes the next bytes and returns what they completed.
  mutating func read(_ bytes: some Sequence<UInt8>) -> [Item] {
    var items: [Item] = []
    for byte in bytes {
      let followsCarriageReturn = sawCarriageReturn
      sawCarriageReturn = byte == UInt8(ascii: "\r")
      if byte == UInt8(ascii: "\n"), followsCarriageReturn { continue }
      if byte == UInt8(ascii: "\n") || sawCarriageReturn {
        endLine(&items)
      } else if line.count + data.count < Self.limit {
        line.append(byte)
      } else {
        isTooLong = true
      }
    }
    return items
  }

  private mutating func endLine(_ items: inout [Item]) {
    defer { line.removeAll(keepingCapacity: true) }
    if isFirstLine, line.starts(with: [0xEF, 0xBB, 0xBF]) { line.removeFirst(3) }
    isFirstLine = false
    if line.isEmpty {
      endEvent(&items)
    } else if line[0] == UInt8(ascii: ":") {
      items.append(.heartbeat)
    } else {
      readField()
    }
  }

  private mutating func endEvent(_ items: inout [Item]) {
    if hasData, !isTooLong {
      items.append(
        .event(name: name.isEmpty ? "message" : name, data: String(decoding: data, as: UTF8.self)))
    }
    name = ""
    data.removeAll(keepingCapacity: true)
    hasData = false
    isTooLong = false
  }

  private mutating func readField() {
    let colon = line.firstIndex(of: UInt8(ascii: ":")) ?? line.count
    var value = line[min(colon + 1, line.count)...]
    if value.first == UInt8(ascii: " ") { value.removeFirst() }
    switch String(decoding: line[..<colon], as: UTF8.self) {
    case "event": name = String(decoding: value, as: UTF8.self)
    case "data":
      if hasData { data.append(UInt8(ascii: "\n")) }
      data.append(contentsOf: value)
      hasData = true
    default: break
    }
  }
}

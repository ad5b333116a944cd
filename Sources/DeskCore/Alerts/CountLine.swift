/// One line `timestamp,value` of a table, with the time as it was written.
struct CountLine: Hashable, Sendable {
  var timestamp: Substring
  var value: Substring
  var start: Timestamp
  var offsetSeconds: Int
  var count: Double

  /// Why a line is no row.
  enum Problem: Error, Hashable, Sendable {
    case fieldCount
    case time(String)
    case value(String)
  }

  /// Reads two columns of a line; a time without a zone is local, so hours are taken as written.
  init(_ line: Substring, columns: (time: Int, value: Int)) throws(Problem) {
    let fields = line.split(separator: ",", omittingEmptySubsequences: false)
    guard fields.count > max(columns.time, columns.value) else { throw .fieldCount }
    timestamp = Self.trimmed(fields[columns.time])
    value = Self.trimmed(fields[columns.value])
    guard let time = Self.time(timestamp) else { throw .time(String(timestamp.prefix(40))) }
    guard let count = Self.number(value) else { throw .value(String(value.prefix(40))) }
    (start, offsetSeconds) = time
    self.count = count
  }

  /// The columns that a header names; the first two when it names none.
  static func columns(ofHeader line: Substring) -> (time: Int, value: Int)? {
    let names = line.split(separator: ",", omittingEmptySubsequences: false)
      .map { trimmed($0).lowercased() }
    let time = names.firstIndex { ["timestamp", "time", "date", "ds"].contains($0) }
    let value = names.firstIndex { ["value", "count", "y"].contains($0) }
    guard let time, let value else { return nil }
    return (time, value)
  }

  /// A field without spaces and quotes around it.
  static func trimmed(_ field: Substring) -> Substring {
    var rest = field
    while let first = rest.first, first.isWhitespace || first == "\"" { rest = rest.dropFirst() }
    while let last = rest.last, last.isWhitespace || last == "\"" { rest = rest.dropLast() }
    return rest
  }

  private static func number(_ text: Substring) -> Double? {
    // `Double` would take hexadecimal, "inf" and "nan" as well.
    guard text.utf8.allSatisfy({ "0123456789.+-eE".utf8.contains($0) }), let number = Double(text),
      number.isFinite, number >= 0
    else { return nil }
    return number
  }

  private static func time(_ text: Substring) -> (Timestamp, Int)? {
    let count = text.utf8.count
    guard count >= 16, count <= 40, text.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
    let seconds = Array(text.utf8)
    var full = String(text)
    let hasSeconds = count >= 19 && seconds[16] == UInt8(ascii: ":")
    if !hasSeconds {
      full = String(text.prefix(16)) + ":00" + String(text.dropFirst(16))
    }
    let clock = full.prefix(19) + full.dropFirst(19).prefix { $0 == "." || $0.isNumber }
    guard let local = Timestamp(rfc3339: clock + "Z") else { return nil }
    if clock.count == full.count { return (local, 0) }
    guard let instant = Timestamp(rfc3339: full) else { return nil }
    return (instant, Int(local.since(instant).seconds))
  }
}

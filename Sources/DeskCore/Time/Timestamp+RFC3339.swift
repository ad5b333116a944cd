extension Timestamp {
  /// Reads an RFC 3339 date-time such as `2026-01-31T09:15:00Z` or `2026-01-31 09:15:00.25+05:00`.
  ///
  /// Fractions beyond milliseconds are cut; a leap second counts as the second before it.
  /// - Returns: nil when the text is anything else, a day that does not exist included.
  public init?(rfc3339 text: some StringProtocol) {
    var bytes = Array(text.utf8)[...]
    guard let date = Self.date(&bytes), let first = bytes.popFirst(),
      first == UInt8(ascii: "T") || first == UInt8(ascii: "t") || first == UInt8(ascii: " "),
      let time = Self.timeOfDay(&bytes), let offset = Self.offset(&bytes), bytes.isEmpty
    else { return nil }
    self.init(milliseconds: (date * 86_400 - offset) * 1000 + time)
  }

  /// The instant as `2026-01-31T09:15:00.000Z`.
  public var rfc3339: String {
    let parts = CivilTime(self)
    let fraction = Int(milliseconds - seconds * 1000)
    return "\(parts.dateText)T\(parts.timeText).\(CivilTime.padded(fraction, 3))Z"
  }

  private static func date(_ bytes: inout ArraySlice<UInt8>) -> Int64? {
    guard let year = number(&bytes, 4), skip(&bytes, "-"), let month = number(&bytes, 2),
      skip(&bytes, "-"), let day = number(&bytes, 2), (1...12).contains(month),
      day >= 1, day <= CivilTime.daysIn(month: month, year: year)
    else { return nil }
    return CivilTime.daysSinceEpoch(year: year, month: month, day: day)
  }

  private static func timeOfDay(_ bytes: inout ArraySlice<UInt8>) -> Int64? {
    guard let hour = number(&bytes, 2), skip(&bytes, ":"), let minute = number(&bytes, 2),
      skip(&bytes, ":"), let second = number(&bytes, 2), hour < 24, minute < 60, second <= 60
    else { return nil }
    var milliseconds: Int64 = 0
    if skip(&bytes, ".") {
      guard let first = bytes.first, isDigit(first) else { return nil }
      var scale: Int64 = 100
      while let digit = bytes.first, isDigit(digit) {
        milliseconds += Int64(digit - 48) * scale
        scale /= 10
        bytes.removeFirst()
      }
    }
    return Int64(hour * 3600 + minute * 60 + min(second, 59)) * 1000 + milliseconds
  }

  private static func offset(_ bytes: inout ArraySlice<UInt8>) -> Int64? {
    guard let sign = bytes.popFirst() else { return nil }
    if sign == UInt8(ascii: "Z") || sign == UInt8(ascii: "z") { return 0 }
    guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"), let hour = number(&bytes, 2)
    else { return nil }
    _ = skip(&bytes, ":")
    guard let minute = number(&bytes, 2), hour < 24, minute < 60 else { return nil }
    let seconds = Int64(hour * 3600 + minute * 60)
    return sign == UInt8(ascii: "-") ? -seconds : seconds
  }

  private static func number(_ bytes: inout ArraySlice<UInt8>, _ digits: Int) -> Int? {
    guard bytes.count >= digits else { return nil }
    var value = 0
    for byte in bytes.prefix(digits) {
      guard isDigit(byte) else { return nil }
      value = value * 10 + Int(byte - 48)
    }
    bytes.removeFirst(digits)
    return value
  }

  private static func skip(_ bytes: inout ArraySlice<UInt8>, _ character: Unicode.Scalar) -> Bool {
    guard bytes.first == UInt8(ascii: character) else { return false }
    bytes.removeFirst()
    return true
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }
}

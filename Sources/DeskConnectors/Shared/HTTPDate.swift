import DeskCore

/// The date of HTTP headers, for example `Sun, 06 Nov 1994 08:49:37 GMT`.
enum HTTPDate {
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// Reads a date in the one form that senders must use; nil for anything else.
  static func parse(_ text: String) -> Timestamp? {
    let words = text.split(separator: " ")
    guard words.count == 6, words[5] == "GMT", let day = Int(words[1]), let year = Int(words[3]),
      let month = months.firstIndex(of: String(words[2]))
    else { return nil }
    let two = { (n: Int) in n < 10 ? "0\(n)" : "\(n)" }
    guard (1000...9999).contains(year), (1...31).contains(day) else { return nil }
    return Timestamp(rfc3339: "\(year)-\(two(month + 1))-\(two(day))T\(words[4])Z")
  }

  /// Writes an instant in that form.
  static func format(_ instant: Timestamp) -> String {
    let names = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    let days = CivilTime.daysSinceEpoch(
      year: CivilTime(instant).year, month: CivilTime(instant).month, day: CivilTime(instant).day)
    let part = CivilTime(instant)
    let weekday = names[Int(((days % 7) + 7) % 7)]
    let day = part.day < 10 ? "0\(part.day)" : "\(part.day)"
    return "\(weekday), \(day) \(months[part.month - 1]) \(part.year) \(part.timeText) GMT"
  }
}

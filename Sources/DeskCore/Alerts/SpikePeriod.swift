/// The spacing of a series as people write it.
public enum SpikePeriod {
  /// Seconds of a text such as `30s`, `5m`, `1h` or `1d`, 1 s to a day; nil for anything else.
  public static func seconds(_ text: String) -> Int? {
    let units: [Character: Int] = ["s": 1, "m": 60, "h": 3600, "d": 86_400]
    guard let last = text.last, let unit = units[last], let number = Int(text.dropLast()),
      number > 0, number <= 86_400 / unit
    else { return nil }
    return number * unit
  }
}

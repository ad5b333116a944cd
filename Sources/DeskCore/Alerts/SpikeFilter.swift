/// Reads `timestamp,value` lines and writes `timestamp,value,score,alarm`, one for one and at once.
///
/// The detector is the desk's own. An alarm is 1 on the row that raises one (an episode of volume
/// begins, or has grown by a class) and 0 elsewhere. The order of lines is taken as given; a stretch
/// without lines was not seen and is not counted as zeros. No line changes what was written before.
public struct SpikeFilter: Sendable {
  /// What is written for a line.
  public enum Result: Hashable, Sendable {
    /// A row.
    case row(String)
    /// Nothing: an empty line, or the header.
    case nothing
    /// Nothing, because the line makes no sense; the words say why.
    case skipped(line: Int, reason: String)
  }

  private var detector: SpikeDetector
  private var columns = (time: 0, value: 1)
  private var line = 0
  private var rows = 0
  private let isJSON: Bool

  /// A filter for rows every `periodSeconds`, that writes CSV or one JSON object a line.
  public init(periodSeconds: Int = 300, isJSON: Bool = false) {
    detector = SpikeDetector(periodSeconds: periodSeconds)
    self.isJSON = isJSON
  }

  /// The line to write before all others; nil for JSON.
  public var header: String? { isJSON ? nil : "timestamp,value,score,alarm" }

  /// Takes one line without its line break.
  public mutating func take(_ text: some StringProtocol) -> Result {
    line += 1
    var rest = CountLine.trimmed(Substring(text))
    if line == 1, rest.unicodeScalars.first?.value == 0xFEFF {
      rest = Substring(rest.unicodeScalars.dropFirst())
    }
    guard !rest.isEmpty, !rest.hasPrefix("#") else { return .nothing }
    do throws(CountLine.Problem) {
      return .row(write(try CountLine(rest, columns: columns)))
    } catch {
      return refuse(error, line: rest)
    }
  }

  private mutating func write(_ row: CountLine) -> String {
    rows += 1
    let reading = detector.observe(
      CountBucket(start: row.start, offsetSeconds: row.offsetSeconds, count: row.count))
    let alarm = reading.alarms.first { $0.kind == .volume }
    let score = Self.decimals(reading.score, 6)
    guard isJSON else { return "\(row.timestamp),\(row.value),\(score),\(alarm == nil ? 0 : 1)" }
    let cause = alarm.map { ",\"cause\":\"\($0.cause.rawValue)\"" } ?? ""
    let severity = alarm.map { ",\"severity\":\"\($0.severity.name)\"" } ?? ""
    return "{\"alarm\":\(alarm == nil ? 0 : 1)\(cause),\"score\":\(score)\(severity),"
      + "\"timestamp\":\"\(row.timestamp)\",\"usual\":\(Self.decimals(reading.usual, 3)),"
      + "\"value\":\(Self.plain(row.count))}"
  }

  private mutating func refuse(_ problem: CountLine.Problem, line text: Substring) -> Result {
    if rows == 0, line == 1 {
      if let named = CountLine.columns(ofHeader: text) { columns = named }
      if case .time = problem { return .nothing }
    }
    let reason =
      switch problem {
      case .fieldCount: "needs a time and a value, parted by a comma"
      case .time(let text): "no time: \(text)"
      case .value(let text): "no count: \(text)"
      }
    return .skipped(line: line, reason: reason)
  }

  /// A number at or above 0 with a fixed count of decimals, never in exponent form.
  static func decimals(_ value: Double, _ places: Int) -> String {
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    guard value.isFinite, value >= 0, value < 1e12 else { return Self.plain(value) }
    let whole = Int64((value * scale).rounded())
    let fraction = String(whole % Int64(scale))
    let zeros = String(repeating: "0", count: max(places - fraction.utf8.count, 0))
    return "\(whole / Int64(scale)).\(zeros)\(fraction)"
  }

  /// A count without a trailing `.0`.
  static func plain(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : String(value)
  }
}

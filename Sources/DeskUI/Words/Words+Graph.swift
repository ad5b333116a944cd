import DeskCore
import TerminalUI

extension Words {
  /// The three kinds, short.
  static let graphUsual = "usual"
  static let graphNegative = "neg"
  static let graphNeutral = "neu"
  static let graphPositive = "pos"
  /// All mentions together.
  static let graphAll = "all"
  /// The row of net sentiment.
  static let graphNet = "net"
  /// Before anything was read.
  static let graphReading = "Reading the counts …"

  /// Nothing came in while the window lasted.
  static func graphEmpty(_ zoom: GraphZoom) -> String { "No mentions in \(graphWindow(zoom))." }

  /// The window of a zoom.
  static func graphWindow(_ zoom: GraphZoom) -> String {
    switch zoom {
    case .fiveMinutes: "5 min"
    case .quarterHour: "15 min"
    case .hour: "1 h"
    case .threeHours: "3 h"
    case .halfDay: "12 h"
    case .day: "24 h"
    case .week: "7 d"
    }
  }

  /// Net sentiment as a signed number, `−0.42`; a dash where there is none.
  static func graphNetNumber(_ net: Double?) -> String {
    guard let net else { return "–" }
    let hundredths = Int((abs(net) * 100).rounded())
    let sign = hundredths == 0 ? "" : net < 0 ? "−" : "+"
    let fraction = hundredths % 100
    return "\(sign)\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)"
  }

  /// Net sentiment of one bar: a sign, or a sign and a tenth where there is room.
  static func graphNetCell(_ net: Double, width: Int) -> String {
    let tenths = Int((abs(net) * 10).rounded())
    let sign = tenths == 0 ? "·" : net < 0 ? "−" : "+"
    guard width >= 3, tenths > 0 else { return tenths <= 1 ? "·" : sign }
    return tenths == 10 ? "\(sign)1" : "\(sign).\(tenths)"
  }

  /// The numbers of all that is shown, as many as fit.
  static func graphSummary(_ model: GraphModel, width: Int) -> String {
    let total = model.total
    let net = "net \(graphNetNumber(total.net))"
    let short = "\(graphWindow(model.zoom)) \(total.count) \(net)"
    let kinds = graphKinds(total)
    let stale = model.readAt.map { at in
      model.isStale ? "  as of \(model.zone.civil(at).timeText)" : ""
    }
    let medium = "\(graphWindow(model.zoom))  \(total.count) mentions  \(net)\(stale ?? "")"
    let long = "\(graphWindow(model.zoom))  \(total.count) mentions: \(kinds)  \(net)\(stale ?? "")"
    return [long, medium].first { TextWidth.cells(of: $0) <= width } ?? short
  }

  /// The three counts.
  static func graphKinds(_ bucket: MoodBucket) -> String {
    "\(graphNegative) \(bucket.negative) \(graphNeutral) \(bucket.neutral) "
      + "\(graphPositive) \(bucket.positive)"
  }

  /// The numbers of one bar: `14:05–14:10: 41 – neg 30 neu 8 pos 3, net −0.66`.
  static func graphBar(
    _ bucket: MoodBucket, step: Span, model: GraphModel, width: Int = .max
  ) -> String {
    let range = bucket.start..<bucket.start.adding(step)
    let head = "\(graphRange(range, model: model)): \(bucket.count)"
    guard bucket.count > 0 else { return head }
    let long = "\(head) – \(graphKinds(bucket)), net \(graphNetNumber(bucket.net))"
    let short =
      "\(model.zone.civil(bucket.start).clockText) \(bucket.count) -\(bucket.negative) "
      + "=\(bucket.neutral) +\(bucket.positive)"
    return TextWidth.cells(of: long) <= width ? long : short
  }

  /// A stretch of time: `14:05–14:10`, with the day where that is not today's.
  static func graphRange(_ range: Range<Timestamp>, model: GraphModel) -> String {
    let from = ClockText.moment(range.lowerBound, now: model.now, zone: model.zone)
    // The last bar is still filling: it reaches to now.
    let last = min(range.upperBound, max(range.lowerBound, model.now))
    let (start, end) = (model.zone.civil(range.lowerBound), model.zone.civil(last))
    let to =
      start.dateText == end.dateText
      ? end.clockText : ClockText.moment(last, now: model.now, zone: model.zone)
    return "\(from)–\(to)"
  }

  /// A time under the bars.
  static func graphTick(_ instant: Timestamp, model: GraphModel) -> String {
    let parts = model.zone.civil(instant)
    guard model.zoom == .week else { return parts.clockText }
    return "\(parts.dateText.dropFirst(5)) \(parts.clockText.prefix(2))h"
  }

  /// What a mark is called in the row of marks.
  static func graphMarkName(_ kind: TimelineMark.Kind) -> String {
    switch kind {
    case .paused: "P"
    case .resumed: "R"
    case .level(let level): "L\(level.rawValue)"
    case .gap: "?"
    case .alert(let severity): "A\(severity.rawValue)"
    }
  }

  /// A mark with its time: `P14:02`.
  static func graphMark(_ mark: TimelineMark, model: GraphModel) -> String {
    graphMarkName(mark.kind) + " " + model.zone.civil(mark.at).clockText
  }

  /// The last line without a cursor: what the marks mean and when they were, latest first.
  static func graphFooter(_ model: GraphModel) -> String {
    guard !model.marks.isEmpty else { return graphRange(model.range, model: model) }
    return model.marks.sorted { $0.at > $1.at }.map { mark in
      let time = ClockText.moment(mark.at, now: model.now, zone: model.zone)
      return "\(graphMarkName(mark.kind)) \(graphMarkMeaning(mark.kind)) \(time)"
    }.joined(separator: "  ")
  }

  private static func graphMarkMeaning(_ kind: TimelineMark.Kind) -> String {
    switch kind {
    case .paused: "paused"
    case .resumed: "resumed"
    case .level(let level): "level \(level.name)"
    case .gap: "gap in the source"
    case .alert(let severity): "\(severity.name) alert"
    }
  }
}

import DeskCore

extension Words {
  /// Why a clock stands.
  static func waitsFor(_ reason: HoldReason) -> String {
    switch reason {
    case .askedThem: "we wait for them"
    case .movedToPrivate: "we wait for them in private"
    case .theyAskedToWait: "they asked us to wait"
    case .snoozed: "put aside"
    }
  }

  /// What rows say of it.
  static func holdMark(_ reason: HoldReason) -> String { "[\(waitsFor(reason))] " }

  /// The reasons `:wait` takes.
  static let waitReasons = "asked, private, they or off"
  static func unknownWait(_ name: String) -> String {
    "\(name) is no reason to wait: \(waitReasons)"
  }

  static func answerTurn(_ turn: AnswerTurn?) -> String {
    switch turn {
    case .first: "first answer"
    case .next: "next answer"
    case nil: "answer"
    }
  }

  /// Where a mention stands and by when it is due; `isLate` when that has passed.
  static func detailState(_ model: DetailModel) -> (text: String, isLate: Bool) {
    let mention = model.mention
    func moment(_ at: Timestamp) -> String {
      ClockText.moment(at, now: model.now, zone: model.zone)
    }
    guard mention.state.isUnanswered else { return (mention.state.filterName, false) }
    var text = mention.state.filterName
    if let until = mention.snoozedUntil {
      text += " until \(moment(until)), in \(ClockText.length(until.since(model.now)))"
    }
    if let hold = mention.hold {
      let isOver = hold.left.milliseconds <= 0
      let left = ClockText.length(Span(milliseconds: abs(hold.left.milliseconds)))
      text += ", clock stands since \(moment(hold.since))"
      text += isOver ? ", \(left) late" : " with \(left) left"
      return (text + ": \(waitsFor(hold.reason))", isOver)
    }
    let left = mention.dueAt.since(model.now)
    let isLate = left.milliseconds <= 0
    text += ", \(answerTurn(model.reading?.turn)) due \(moment(mention.dueAt)) "
    let length = ClockText.length(isLate ? model.now.since(mention.dueAt) : left)
    text += isLate ? "(overdue by \(length))" : "(in \(length))"
    return (text, isLate)
  }

  /// How long somebody may wait, and why so long.
  static func detailTarget(_ reading: ServiceReading, _ model: DetailModel) -> String {
    var text = "target \(span(reading.target)) \(model.rule.map(forWhom) ?? "")"
    text += "at level \(model.level.name)"
    if case .closed(let until) = reading.state {
      text += "; nobody works now"
      if let until {
        text += ", the clock goes on \(ClockText.moment(until, now: model.now, zone: model.zone))"
      }
      text += " with \(span(reading.remaining)) of work left"
    }
    return text
  }

  private static func forWhom(_ rule: ServiceRule) -> String {
    let intents = Intent.allCases.filter { rule.intents.contains($0) }.map(plural)
    var text = intents.isEmpty ? "" : "for \(intents.joined(separator: " and ")) "
    if rule.leastFollowers > 0 { text += "from \(people(rule.leastFollowers)) followers on " }
    return text
  }

  private static func plural(_ intent: Intent) -> String {
    switch intent {
    case .complaint: "complaints"
    case .question: "questions"
    case .praise: "praise"
    case .other: "anything else"
    }
  }

  /// Working time as `60 min`, `2 h`, `1 h 30 min`.
  private static func span(_ span: Span) -> String {
    let minutes = max(0, span.minutes)
    if minutes <= 90 { return "\(minutes) min" }
    let rest = minutes % 60
    return "\(minutes / 60) h" + (rest == 0 ? "" : " \(rest) min")
  }
}

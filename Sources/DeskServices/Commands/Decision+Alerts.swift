import DeskCore

extension Decision {
  func acknowledge(_ id: AlertID) throws -> CommandOutcome {
    try setState(of: id, .acknowledged(by: seat, at: now), "acknowledge", "")
  }

  func snoozeAlert(_ id: AlertID, until: Timestamp, reason: String) throws -> CommandOutcome {
    let words = try needReason(reason)
    guard until > now else { throw Refusal.timePassed(until) }
    return try setState(
      of: id, .snoozed(by: seat, until: until, reason: words), "snooze-alert",
      "until \(until.rfc3339): \(words)")
  }

  private func setState(
    of id: AlertID, _ state: Alert.State, _ action: String, _ detail: String
  ) throws -> CommandOutcome {
    guard var alert = try tx.alert(id) else { throw Refusal.noAlert(id) }
    alert.state = state
    try tx.setAlert(alert)
    try audit(action, "alert \(id)", detail.isEmpty ? alert.figures.line : detail)
    return .done(undo: [])
  }
}

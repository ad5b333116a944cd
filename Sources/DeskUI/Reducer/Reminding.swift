import DeskCore

extension DeskState {
  /// Whether somebody asked to be reminded of a pause that stands, and that time has come: the header
  /// says so until it ends. Nothing ends it but a person.
  var isReminding: Bool { status.pauses.contains { $0.reminders(by: now) > 0 } }

  /// Rings once for every reminder that has come due on this screen.
  mutating func remind() -> [Effect] {
    var effects: [Effect] = []
    for pause in status.pauses {
      let due = pause.reminders(by: now)
      guard due > reminded[pause.id, default: 0] else { continue }
      reminded[pause.id] = due
      say(Words.reminded(pause, now: now), .warning)
      effects = [.bell]
    }
    return effects
  }
}

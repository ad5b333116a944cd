import DeskCore

/// The demo script as a list of events in the order in which a platform would tell of them.
struct DemoScore: Sendable {
  /// One event and its place on the shift's own clock.
  struct Beat: Sendable {
    /// Seconds from the start of the shift.
    let offset: Double
    let event: Event
  }

  enum Event: Sendable {
    case mention(DemoMention)
    case edit(DemoMention)
    case deletion(DemoMention)
  }

  /// When the platform cannot be reached, in seconds from the start of the shift.
  static let outage = 300.0..<330.0

  let beats: [Beat]

  /// Adds an edit and a deletion to what the script says, as on any real day.
  init(_ script: DemoScript) {
    var beats = script.mentions.map { Beat(offset: $0.offset, event: .mention($0)) }
    let live = script.mentions.filter { $0.offset > 0 && $0.inReplyTo == nil }
    if live.count > 8 {
      var edited = live[live.count / 8]
      edited.text += " (edited)"
      beats.append(Beat(offset: edited.offset + 40, event: .edit(edited)))
      let removed = live[live.count / 4]
      beats.append(Beat(offset: removed.offset + 60, event: .deletion(removed)))
    }
    self.beats = beats.sorted { $0.offset < $1.offset }
  }
}

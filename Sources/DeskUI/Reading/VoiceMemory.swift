import DeskCore
import Synchronization

/// The voices about the newest alert as read so far, so that what thousands of mentions come to costs
/// only the new ones at each look.
///
/// Once a minute all are read again, because moods are corrected and mentions deleted.
final class VoiceMemory: Sendable {
  private struct State {
    var alert: AlertID?
    var since = Timestamp(seconds: 0)
    var counted: [VoiceFacts] = []
    var last: StoredVoice?
    var readCount = 0
  }

  /// The most voices that a size is estimated from.
  static let limit = 5_000
  private static let lifetime = Span.minutes(1)

  private let state = Mutex(State())

  /// How large an alert is: all voices since it began, of its source and its topic where it has one.
  func size(of alert: Alert, now: Timestamp, reader: any AlertStore) throws -> SizeEstimate {
    try state.withLock { state in
      if state.alert != alert.id || now.since(state.since) >= Self.lifetime || now < state.since {
        state = State(alert: alert.id, since: now)
      }
      let voices = try reader.voices(
        from: alert.from, to: now, after: state.last, limit: Self.limit - state.readCount)
      let topics = TopicMatcher(alert.topicWords.map { [Topic(name: "", words: $0)] } ?? [])
      state.counted += voices.lazy.filter {
        (alert.series.source == nil || alert.series.source == $0.source)
          && (alert.topicWords == nil || topics.match($0.text) != 0)
      }.map(\.facts)
      state.last = voices.last ?? state.last
      state.readCount += voices.count
      return SizeEstimate(state.counted)
    }
  }
}

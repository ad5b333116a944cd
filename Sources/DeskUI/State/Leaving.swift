import DeskCore

/// What a person said is to become of answers whose countdown runs, before the program ends.
struct Leaving: Equatable, Sendable {
  enum Choice: Equatable, Sendable { case send, hold, drop }

  let choice: Choice
  let items: [OutgoingID]
  let since: Timestamp

  /// How long the program waits for what is to be sent, 8 seconds; then it ends, and the next desk
  /// looks whether it arrived.
  static let patience = Span.seconds(8)
}

import DeskCore

extension DeskState {
  /// Others who read a conversation now.
  func readers(of conversation: ConversationID) -> [Seat] {
    status.presence.filter {
      $0.conversation == conversation && $0.seat != seat && $0.until > now
    }.map(\.seat)
  }

  /// Tells others what is open here, when it changes and often enough that it does not run out.
  ///
  /// It is told with the clock and not with the key that opens a mention, so that leafing through
  /// twenty of them writes nothing.
  mutating func tellPresence() -> [Effect] {
    let open = layers.lazy.compactMap { layer -> MentionID? in
      switch layer {
      case .detail(let detail): detail.mention
      case .composer(let composer, _): composer.target.id
      default: nil
      }
    }.last
    let isTold = open == looked?.at && looked.map { now.since($0.since) < .seconds(30) } ?? true
    guard !isTold else { return [] }
    looked = open.map { ($0, now) }
    return perform(.look(open), .renewal)
  }
}

import DeskCore

extension DeskState {
  /// Tells a writer at once that an answer of theirs was stopped because its conversation went on.
  mutating func tellStopped(since before: PostsBoard) -> [Effect] {
    let waited = before.outbox.filter {
      $0.author == seat && ($0.state == .queued || $0.state == .awaitingApproval)
    }
    let known = Set(waited.map(\.id))
    let stopped = posts.board.outbox.first { item in
      known.contains(item.id) && (item.state == .held || item.state == .draft)
        && Gate.Change(rawValue: item.detail) != nil
    }
    guard let stopped else { return [] }
    say(Words.stopped(stopped), .warning)
    return [.bell]
  }
}

import DeskCore
import Synchronization

/// Everything a run hands over passes here, one thing at a time: it drops what was handed over
/// already, lets no late copy undo an edit or a deletion, and keeps the cursor.
final class MastodonIntake: Sendable {
  private struct State {
    var known = RecentPosts(capacity: 20_000)
    var cursor: Cursor
    var health = MastodonHealth()
  }
  typealias Deliver = @Sendable (SourceSignal) async throws -> Void

  let account: AccountID
  let me: String
  let watch: MastodonWatch
  private let clock: WorldClock
  private let deliver: Deliver
  private let lock = AsyncLock()
  private let state: Mutex<State>

  init(
    account: AccountID, me: String, watch: MastodonWatch, cursor: Cursor?, clock: WorldClock,
    deliver: @escaping Deliver
  ) {
    self.account = account
    self.me = me
    self.watch = watch
    self.clock = clock
    self.deliver = deliver
    state = Mutex(State(cursor: cursor ?? Cursor()))
  }

  /// A part of the cursor; nil when it was never set.
  func position(_ part: String) -> String? { state.withLock { $0.cursor.parts[part] } }

  /// The posts of others handed over last, newest first.
  func recent(_ count: Int) -> [String] { state.withLock { $0.known.newest(count) } }

  /// Whether a post was handed over during this run.
  func knows(_ id: String) -> Bool { state.withLock { $0.known.contains(id) } }

  /// Whether a post concerns the brand: its own, one that names it, or one that is watched for.
  func concernsUs(_ status: MastodonStatus) -> Bool {
    status.account.id == me || status.mentions.contains { $0.id?.text == me }
      || watch.matches(tagsOf: status) || watch.matches(status.plainText)
  }

  /// Hands over posts, oldest first, and moves the cursor once they are stored.
  func take(
    _ statuses: [MastodonStatus], moving parts: [String: String] = [:], gap: Gap? = nil
  ) async throws {
    try await lock.run { [self] in
      let now = clock.now()
      var revisions: [RecentPosts.Revision] = []
      var events: [SourceEvent] = []
      state.withLock { state in
        for status in statuses {
          let mention = status.mention(account: account, me: me, now: now)
          let revision = RecentPosts.Revision(mention, editedAt: status.editedAt)
          guard state.known.isNews(revision), !revisions.contains(revision) else { continue }
          revisions.append(revision)
          events.append(.upsert(mention))
        }
      }
      if let gap { events.append(.gap(gap)) }
      var cursor = state.withLock { $0.cursor }
      cursor.parts.merge(parts) { $1 }
      let hasMoved = cursor != state.withLock { $0.cursor }
      guard hasMoved || !events.isEmpty else { return }
      try await deliver(
        .batch(SourceBatch(account: account, events: events, cursor: hasMoved ? cursor : nil)))
      state.withLock { state in
        state.cursor = cursor
        for revision in revisions { state.known.keep(revision) }
      }
    }
  }

  /// Hands over a deletion.
  func delete(_ id: String) async throws {
    try await lock.run { [self] in
      guard state.withLock({ !$0.known.isDeleted(id) }) else { return }
      let event = SourceEvent.deleted(MentionKey(account: account, native: id))
      try await deliver(.batch(SourceBatch(account: account, events: [event])))
      state.withLock { $0.known.delete(id) }
    }
  }

  /// Changes what is known of the source's health and reports it when that is worth a word.
  func health(_ change: @Sendable (inout MastodonHealth) -> Void) async throws {
    try await lock.run { [self] in
      let now = clock.now()
      let report = state.withLock { state in
        change(&state.health)
        return state.health.report(account: account, now: now)
      }
      if let report { try await deliver(.health(report)) }
    }
  }
}

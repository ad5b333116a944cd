public import DeskCore

/// Puts near-identical mentions together once they are stored, so that intake does not pay for it.
///
/// Mentions are looked at in the order of their numbers, and how far that went is stored with what
/// came of it: a restart goes on there, and of two processes one finds that the other was first and
/// begins again from what is stored.
public struct ClusterService: Sendable {
  /// The most mentions of one step, 250.
  public static let stepLimit: Int64 = 250
  /// How often new mentions are looked for when none are left.
  public static let rhythm = Span.seconds(1)
  /// The most mentions looked at on a desk that had no clusters yet, 20,000.
  static let history: Int64 = 20_000
  /// The mentions alone that a new process hears again, 2,000.
  static let memory: Int64 = 2_000
  /// The clusters that a new process takes up, 1,000.
  static let known = 1_000

  private let store: any ClusterStore
  private let clock: DeskClock
  private let stored: @Sendable () -> Void

  /// Makes a service; `stored` is called after each step that made or enlarged a cluster.
  public init(
    store: any ClusterStore, clock: DeskClock = .system,
    stored: @escaping @Sendable () -> Void = {}
  ) {
    self.store = store
    self.clock = clock
    self.stored = stored
  }

  /// What one process remembers of the texts it saw.
  struct Book: Sendable {
    var clusters = MentionClusters()
    var upTo: MentionID
  }

  /// Works until cancelled.
  /// - Throws: the store's error; the next run goes on.
  public func run() async throws {
    var book: Book?
    while !Task.isCancelled {
      let began = ContinuousClock.now
      if try step(&book) {
        // A quarter of one processor at most: what came in at once is looked at bit by bit.
        do { try await Task.sleep(for: (.now - began) * 3) } catch { return }
      } else {
        do { try await clock.sleep(for: Self.rhythm) } catch { return }
      }
    }
  }

  /// Looks at everything stored and not looked at yet.
  /// - Throws: the store's error.
  public func catchUp() throws {
    var book: Book?
    while try step(&book) {}
  }

  /// Looks at the next mentions; false when none are left.
  func step(_ book: inout Book?) throws -> Bool {
    let newest = try store.newestMention()
    let mark = try store.clusteredUpTo()
    let start = mark ?? MentionID(rawValue: max(0, newest.rawValue - Self.history))
    guard newest > start else { return false }
    if book?.upTo != start { book = try remembered(upTo: start) }
    guard var next = book else { return false }
    let end = MentionID(rawValue: min(newest.rawValue, start.rawValue + Self.stepLimit))
    var step = ClusterStep(from: start, to: end)
    for mention in try store.candidates(after: start, to: end) {
      let place = next.clusters.take(mention.id, text: mention.text, at: mention.seenAt)
      if let place, mention.cluster == nil { step.members[mention.id] = place.cluster }
    }
    next.upTo = end
    book = try store.store(step) ? next : nil
    if book != nil, !step.members.isEmpty { stored() }
    return true
  }

  /// What a process that had run until now would remember.
  private func remembered(upTo: MentionID) throws -> Book {
    var book = Book(upTo: upTo)
    let from = MentionID(rawValue: max(0, upTo.rawValue - Self.memory))
    let recent = try store.candidates(after: from, to: upTo)
    guard let last = recent.last?.seenAt else { return book }
    let since = last.adding(Span(milliseconds: -book.clusters.window.milliseconds))
    for cluster in try store.clusters(since: since, limit: Self.known) {
      book.clusters.resume(cluster)
    }
    for mention in recent where mention.cluster == nil {
      _ = book.clusters.take(mention.id, text: mention.text, at: mention.seenAt)
    }
    return book
  }
}

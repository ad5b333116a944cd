/// Numbers of names that intake met lately, so that most mentions need no look-up for them.
///
/// Holds only what was committed: whoever rolls back must empty it.
struct IntakeCaches: Sendable {
  /// An author's number and what was stored of them.
  struct KnownAuthor: Sendable {
    let id: Int64
    /// A second hash of the identity, so that two authors are never taken for one.
    let check: UInt64
    /// A hash of everything else, to see whether it changed.
    let profile: UInt64
  }

  /// The most authors kept, about 2 MB.
  private static let authorLimit = 30_000

  var accounts: [String: Int64] = [:]
  var platforms: [String: Int64] = [:]
  private(set) var authors: [Int64: KnownAuthor] = [:]

  /// Remembers an author; forgets all when there are too many, which is cheaper than choosing.
  mutating func remember(_ author: KnownAuthor, key: Int64) {
    if authors.count >= Self.authorLimit { authors.removeAll(keepingCapacity: true) }
    authors[key] = author
  }

  /// Forgets everything, because a transaction was rolled back.
  mutating func forget() { self = IntakeCaches() }
}

import DeskCore

/// The posts handed over lately and how each read, so that nothing is handed over twice.
struct RecentPosts: Sendable {
  /// One reading of one post.
  struct Revision: Hashable, Sendable {
    let id: String
    let editedAt: Timestamp?
    let text: Int
    let isOwn: Bool

    init(_ mention: IncomingMention, editedAt: Timestamp?) {
      id = mention.key.native
      self.editedAt = editedAt
      text = mention.text.hashValue
      isOwn = mention.isOwn
    }
  }

  private enum Entry {
    case present(Revision)
    case deleted
  }
  private let capacity: Int
  private var entries: [String: Entry] = [:]
  /// Ids in the order of their first arrival; the places before `start` are forgotten.
  private var order: [String] = []
  private var start = 0

  init(capacity: Int) { self.capacity = capacity }

  func contains(_ id: String) -> Bool { entries[id] != nil }

  func isDeleted(_ id: String) -> Bool {
    if case .deleted = entries[id] { true } else { false }
  }

  /// Whether a reading says something new: the first one, or a later edit; never after a deletion.
  func isNews(_ revision: Revision) -> Bool {
    switch entries[revision.id] {
    case nil: return true
    case .deleted: return false
    case .present(let known):
      if known == revision { return false }
      guard let old = known.editedAt else { return known.text != revision.text }
      guard let new = revision.editedAt else { return false }
      return new > old || (new == old && known.text != revision.text)
    }
  }

  mutating func keep(_ revision: Revision) { set(revision.id, .present(revision)) }
  mutating func delete(_ id: String) { set(id, .deleted) }

  /// The ids of others' posts that are still there, newest first.
  func newest(_ count: Int) -> [String] {
    var found: [String] = []
    for id in order[start...].reversed() where found.count < count {
      if case .present(let revision) = entries[id], !revision.isOwn { found.append(id) }
    }
    return found
  }

  private mutating func set(_ id: String, _ entry: Entry) {
    if entries.updateValue(entry, forKey: id) == nil { order.append(id) }
    while entries.count > capacity {
      entries[order[start]] = nil
      start += 1
    }
    if start > capacity {
      order.removeFirst(start)
      start = 0
    }
  }
}

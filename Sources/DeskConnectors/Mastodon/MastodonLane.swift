import DeskCore

/// One list on the server that is walked forward by `min_id`.
struct MastodonLane: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    /// Everything in it concerns the brand.
    case notifications
    /// Everything in it is watched for.
    case hashtag
    /// Only what matches a word matters.
    case timeline
  }
  let kind: Kind
  /// The name of its part in the cursor.
  let name: String
  let path: String
  let query: String
  /// The longest walk in one round, in pages; what lies beyond is walked in the next.
  let mostPages: Int
  /// What a person calls it.
  let title: String

  /// Entries on a page.
  static let limit = 40

  /// The lanes that settings ask for.
  static func all(_ settings: MastodonSettings) -> [MastodonLane] {
    let types = MastodonNotification.types.map { "types[]=\($0)" }.joined(separator: "&")
    var lanes = [
      MastodonLane(
        kind: .notifications, name: "notifications", path: "/api/v1/notifications",
        query: types + "&include_filtered=true", mostPages: 200, title: "notifications")
    ]
    for tag in settings.tagNames {
      lanes.append(
        MastodonLane(
          kind: .hashtag, name: "tag:\(tag.lowercased())",
          path: "/api/v1/timelines/tag/\(PercentEncoding.encode(tag))", query: "", mostPages: 50,
          title: "#\(tag)"))
    }
    guard settings.words.contains(where: { !$0.trimmed.isEmpty }) else { return lanes }
    lanes.append(
      MastodonLane(
        kind: .timeline, name: "home", path: "/api/v1/timelines/home", query: "", mostPages: 20,
        title: "the home timeline"))
    if settings.readsPublicTimeline {
      lanes.append(
        MastodonLane(
          kind: .timeline, name: "public", path: "/api/v1/timelines/public", query: "",
          mostPages: 20, title: "the public timeline"))
    }
    return lanes
  }

  /// The query of a page: the lane's own, the limit, and where to begin.
  func query(_ position: String) -> String {
    [query, "limit=\(Self.limit)", position].filter { !$0.isEmpty }.joined(separator: "&")
  }
}

/// An entry of a lane: its place in it, and the post it carries when that concerns the brand.
struct MastodonEntry: Sendable {
  let place: String
  let status: MastodonStatus?
  let createdAt: Timestamp?
}

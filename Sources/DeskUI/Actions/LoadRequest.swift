public import DeskCore

/// Something the screen wants to read; the shell answers with a `LoadResult` that repeats it.
public enum LoadRequest: Hashable, Sendable {
  /// The numbers of the header.
  case status
  /// Part of the stream, newest first, at most `limit` rows.
  case stream(MentionFilter, StreamPart, limit: Int)
  /// Part of the queue in an order, at most `limit` rows.
  case queue(MentionFilter, by: QueueOrder, after: QueuePosition?, limit: Int)
  /// Counts and marks of the graph; `bucketSeconds` is a multiple of 60.
  case mood(Range<Timestamp>, bucketSeconds: Int)
  /// Posts, answers on their way, and posts on the platforms' own schedulers.
  case posts
  /// What the desk noticed in the last week, how large it is, and what level it is worth.
  case alerts
  /// What waits for another person's yes.
  case approvals
  /// The saved replies of the plan.
  case savedReplies
  /// One mention with all that is known around it.
  case detail(MentionID)
  /// The open members of a cluster to whom no answer is under way, the oldest first.
  case cluster(ClusterID)
  /// What a filter shows and hides, counting at most `cap` of each.
  case counts(MentionFilter, cap: Int)
}

/// A place in the stream.
public enum StreamPart: Hashable, Sendable {
  /// The newest mentions.
  case newest
  /// The newest ones below this id.
  case before(MentionID)
  /// The oldest ones above this id.
  case after(MentionID)
}

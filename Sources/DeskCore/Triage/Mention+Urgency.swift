extension Mention {
  /// The lines of its head start.
  public var urgency: Urgency {
    Urgency(
      mood: mood, followers: incoming.author.followers, visibility: incoming.visibility)
  }

  /// Its place in the queue: the smaller, the sooner. Milliseconds since the epoch.
  public var rank: Int64 { urgency.rank(seenAt: seenAt) }
}

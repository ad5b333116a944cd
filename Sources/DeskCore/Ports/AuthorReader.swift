/// What the screen and the verbs read of authors; calls may take milliseconds.
public protocol AuthorReader: Sendable {
  /// Evidence and judgements; nil when nothing of theirs is stored.
  func profile(of author: AuthorKey, now: Timestamp) throws -> AuthorProfile?
  /// Everybody with a handle, by platform.
  func authors(named handle: String) throws -> [AuthorKey]
}

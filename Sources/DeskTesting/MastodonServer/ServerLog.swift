public import DeskCore

/// What a scripted server was asked to do.
public struct ServerLog: Sendable {
  /// One write that the server accepted and carried out.
  public struct Write: Hashable, Sendable {
    /// `POST`, `PUT` or `DELETE`.
    public let method: String
    /// The path without its query.
    public let path: String
    /// The fields of the form.
    public let fields: [String: String]
    /// The `Idempotency-Key`; nil when there was none.
    public let key: String?
    /// The id of what was written or deleted.
    public let native: String
  }

  /// One request to publish, whether or not it was accepted.
  public struct Attempt: Hashable, Sendable {
    /// When it arrived, by the server's clock.
    public let arrivedAt: Timestamp
    /// The fields of the form.
    public let fields: [String: String]
    /// The `Idempotency-Key`; nil when there was none.
    public let key: String?
  }

  /// Every request to publish that a server with the right token got, in the order of arrival.
  public internal(set) var attempts: [Attempt] = []
  /// The writes, in order; a repetition that the server recognised is not among them.
  public internal(set) var writes: [Write] = []
  /// Every request as `GET /path?query`, in order.
  public internal(set) var requests: [String] = []
}

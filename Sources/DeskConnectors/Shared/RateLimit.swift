import DeskCore

/// What a server last said about how much it will still take.
struct RateLimit: Hashable, Sendable {
  /// Requests left in the window; nil when the server did not say.
  var remaining: Int?
  /// When the window begins anew, in our own time; nil when the server did not say.
  var resetAt: Timestamp?

  /// Reads `X-RateLimit-*`; the reset is an ISO 8601 date, epoch seconds, or seconds from now.
  init(now: Timestamp, header: (String) -> String?) {
    remaining = header("x-ratelimit-remaining").flatMap { Int($0) }
    let server = Self.serverTime(header)
    resetAt = header("x-ratelimit-reset").flatMap { Self.instant($0, now: now, server: server) }
  }

  /// Until when to wait after a 429: `Retry-After` first, then the window, then one minute;
  /// never in the past and never more than an hour ahead, whatever the server's clock says.
  static func wait(now: Timestamp, header: (String) -> String?) -> Timestamp {
    let asked =
      header("retry-after").flatMap { retryAfter($0, now: now, server: serverTime(header)) }
      ?? RateLimit(now: now, header: header).resetAt ?? now.adding(.minutes(1))
    return min(max(asked, now.adding(.seconds(1))), now.adding(.hours(1)))
  }

  /// Reads a point in time in any of the forms that servers use, in our own time: what the server
  /// counts by its own clock is counted from what that clock says now, where it tells.
  static func instant(_ text: String, now: Timestamp, server: Timestamp? = nil) -> Timestamp? {
    let text = text.trimmed
    if let date = Timestamp(rfc3339: text) { return ours(date, now: now, server: server) }
    guard let number = Double(text), number >= 0, number < 1e14 else { return nil }
    if number < 1e8 { return now.adding(Span(milliseconds: Int64(number * 1000))) }
    let milliseconds = number < 1e11 ? number * 1000 : number
    return ours(Timestamp(milliseconds: Int64(milliseconds)), now: now, server: server)
  }

  private static func retryAfter(
    _ text: String, now: Timestamp, server: Timestamp?
  ) -> Timestamp? {
    HTTPDate.parse(text.trimmed).map { ours($0, now: now, server: server) }
      ?? instant(text, now: now, server: server)
  }

  private static func ours(
    _ instant: Timestamp, now: Timestamp, server: Timestamp?
  ) -> Timestamp {
    server.map { now.adding(instant.since($0)) } ?? instant
  }

  private static func serverTime(_ header: (String) -> String?) -> Timestamp? {
    header("date").flatMap { HTTPDate.parse($0) }
  }
}

extension String {
  /// Without spaces at either end.
  var trimmed: String {
    String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}

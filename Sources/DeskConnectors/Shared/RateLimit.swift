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
    resetAt = header("x-ratelimit-reset").flatMap { Self.instant($0, now: now) }
  }

  /// Until when to wait after a 429: `Retry-After` first, then the window, then one minute;
  /// never in the past and never more than an hour ahead, whatever the server's clock says.
  static func wait(now: Timestamp, header: (String) -> String?) -> Timestamp {
    let asked =
      header("retry-after").flatMap { retryAfter($0, now: now) }
      ?? RateLimit(now: now, header: header).resetAt ?? now.adding(.minutes(1))
    return min(max(asked, now.adding(.seconds(1))), now.adding(.hours(1)))
  }

  /// Reads a point in time in any of the forms that servers use.
  static func instant(_ text: String, now: Timestamp) -> Timestamp? {
    let text = text.trimmed
    if let date = Timestamp(rfc3339: text) { return date }
    guard let number = Double(text), number >= 0, number < 1e14 else { return nil }
    if number < 1e8 { return now.adding(Span(milliseconds: Int64(number * 1000))) }
    if number < 1e11 { return Timestamp(milliseconds: Int64(number * 1000)) }
    return Timestamp(milliseconds: Int64(number))
  }

  private static func retryAfter(_ text: String, now: Timestamp) -> Timestamp? {
    HTTPDate.parse(text.trimmed) ?? instant(text, now: now)
  }
}

extension String {
  /// Without spaces at either end.
  var trimmed: String {
    String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}

public import DeskCore

/// How a scripted server misbehaves. Counts go down as the faults happen; the rest stays on.
public struct ServerFaults: Sendable {
  /// One way to refuse a request.
  public enum Refusal: Hashable, Sendable {
    /// 429 with the reset as an ISO 8601 date, this many seconds ahead.
    case limitedByDate(seconds: Int)
    /// 429 with the reset in epoch seconds, this many seconds ahead.
    case limitedByEpoch(seconds: Int)
    /// 429 with `Retry-After` in seconds.
    case limitedByRetryAfter(seconds: Int)
    /// A status with a JSON complaint.
    case error(status: Int)
    /// A status with a page of HTML, as a proxy in front of the server sends it.
    case page(status: Int)
  }
  /// What happens to the answer of a write that was accepted.
  public enum LostAnswer: Hashable, Sendable {
    /// The connection is closed.
    case closed
    /// Nothing comes, for longer than anybody waits.
    case silence
    /// A 502 with a page of HTML.
    case badGateway
  }

  /// What happens to one request to publish.
  public enum PublishFault: Hashable, Sendable {
    /// It is accepted and answered this many milliseconds after it came.
    case late(Int)
    /// The connection is closed at once, and it is accepted this many milliseconds later.
    case acceptedBehindAClosedConnection(Int)
    /// The connection is closed and it is never accepted.
    case lost
    /// It is accepted at once and answered this many milliseconds later.
    case answeredLate(Int)
    /// It is accepted and the answer does not come.
    case answerLost(LostAnswer)
    /// It is accepted and the answer is 200 with a page of HTML.
    case answeredWithAPage
    /// A proxy passes it on twice, with the same key.
    case passedOnTwice
    /// It is not accepted.
    case refused(Refusal)
  }

  /// What happens to the next requests to publish, one each; nil for nothing special.
  public var publishing: [PublishFault?] = []
  /// How often each live event is sent, 1 or more.
  public var copies = 1
  /// Whether live events come in pairs with the later one first, and pages in reverse order.
  public var reorders = false
  /// How many live events are cut in the middle, with the connection.
  public var cuts = 0
  /// The answers to the next requests for lists and posts, one each.
  public var refusals: [Refusal] = []
  /// What happens to the answers of the next accepted writes, one each.
  public var lostAnswers: [LostAnswer] = []
  /// How many of the next notification pages are empty and yet name a next page.
  public var emptyPages = 0
  /// Whether live events come one byte at a time.
  public var drips = false
  /// Whether a repeated `Idempotency-Key` writes again.
  public var ignoresIdempotencyKey = false
  /// Whether ids are letters and digits of one length rather than numbers.
  public var hasOpaqueIDs = false
  /// Whether `min_id` is ignored in the way of servers that answer with their newest page.
  public var ignoresMinID = false
  /// Whether live events are lost altogether while connections stay open.
  public var losesEvents = false
  /// Whether a page with an unknown `min_id` is refused with 422.
  public var forgetsPlaces = false
  /// Whether every single post is answered with a 404 page of HTML, as a proxy without a server
  /// behind it does.
  public var pagesForStatuses = false
  /// How far the server's clock is ahead of ours; the `Date` of its answers says so.
  public var clockSkew = Span.seconds(0)
  /// The `X-RateLimit-Remaining` of every answer; nil for no such header.
  public var remaining: Int?
  /// Whether `remaining` goes down with each answer.
  public var countsDown = false
  /// When the rate-limit window begins anew, in seconds from each answer.
  public var window = 300

  /// A server that behaves.
  public init() {}
}

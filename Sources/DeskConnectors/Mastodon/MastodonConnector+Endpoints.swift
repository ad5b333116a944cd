import DeskCore
import FoundationEssentials
import NIOHTTP1
import Synchronization

extension MastodonConnector {
  /// One page of a list, and where its neighbours are.
  struct Page<Item: Sendable>: Sendable {
    var items: [Item]
    /// How many entries could not be read.
    var unreadable: Int
    /// The query of the page with later entries; nil when the server names none.
    var later: String?
    /// The query of the page with earlier entries; nil when the server names none.
    var earlier: String?
  }

  // MARK: Reading

  /// Reads `path`; every refusal becomes an error.
  func get(_ path: String, query: String = "") async throws(ConnectorError) -> HTTPAnswer {
    let answer = try await exchange(call(.GET, path, query: query))
    try check(answer)
    return answer
  }

  /// Reads and decodes `path`.
  func get<T: Decodable>(
    _ type: T.Type, _ path: String, query: String = ""
  ) async throws(ConnectorError) -> T {
    try decode(type, try await get(path, query: query))
  }

  /// Reads one page of a list.
  func page<T: Decodable & Sendable>(
    _ type: T.Type, _ path: String, query: String
  ) async throws(ConnectorError) -> Page<T> {
    let answer = try await get(path, query: query)
    let entries = try decode([Lenient<T>].self, answer)
    let items = entries.compactMap { $0.value }
    let link = answer.headers["link"].joined(separator: ", ")
    return Page(
      items: items, unreadable: entries.count - items.count,
      later: LinkHeader.address(rel: "prev", in: link).map { LinkHeader.query(of: $0) },
      earlier: LinkHeader.address(rel: "next", in: link).map { LinkHeader.query(of: $0) })
  }

  func decode<T: Decodable>(_ type: T.Type, _ answer: HTTPAnswer) throws(ConnectorError) -> T {
    do {
      return try MastodonJSON.decode(type, from: Data(answer.body))
    } catch {
      let kind = answer.header("content-type") ?? "no type"
      throw .malformed("the server answered with something that cannot be read (\(kind))")
    }
  }

  // MARK: Sending

  /// A request to `path` with the token; the token is asked for anew each time.
  func call(
    _ method: HTTPMethod, _ path: String, query: String = "", root: String? = nil
  ) throws(ConnectorError) -> HTTPCall {
    guard let root = root ?? settings.root else {
      throw .rejected(code: 0, detail: "the server's address is not an http(s) address")
    }
    var call = HTTPCall(method: method, url: root + path + (query.isEmpty ? "" : "?" + query))
    call.headers = [
      ("authorization", "Bearer \(try token())"), ("user-agent", settings.userAgent),
      ("accept", "application/json"),
    ]
    return call
  }

  func token() throws(ConnectorError) -> String {
    guard let token = try? settings.token().trimmed, !token.isEmpty,
      token.utf8.allSatisfy({ $0 > 32 && $0 < 127 })
    else { throw .unauthorized("there is no usable token for this account") }
    return token
  }

  /// Sends a request that changes nothing; failures of the network become `unavailable`.
  func exchange(_ call: HTTPCall) async throws(ConnectorError) -> HTTPAnswer {
    do {
      let answer = try await transport.send(call)
      remember(answer)
      return answer
    } catch HTTPFailure.notSent(let why), HTTPFailure.lost(let why) {
      throw .unavailable(why)
    } catch {
      throw .unavailable("cancelled")
    }
  }

  func remember(_ answer: HTTPAnswer) {
    let now = clock.now()
    let limit = RateLimit(now: now) { answer.header($0) }
    let date = answer.header("date").flatMap { HTTPDate.parse($0) }
    learned.withLock { state in
      if limit.remaining != nil { state.rateLimit = limit }
      if let date { state.skew = date.since(now) }
    }
  }

  /// What the server's clock says at `now` by ours.
  func serverTime(_ now: Timestamp) -> Timestamp { now.adding(learned.withLock { $0.skew }) }

  // MARK: Refusals

  /// Throws what a status other than success means.
  func check(_ answer: HTTPAnswer) throws(ConnectorError) {
    switch answer.status {
    case 200..<300: return
    case 300..<400: throw .unavailable("the server sends us elsewhere (\(answer.status))")
    case 401: throw .unauthorized(complaint(answer))
    case 403: throw .forbidden(complaint(answer))
    case 404, 410: throw .missing(complaint(answer))
    case 429:
      throw .rateLimited(until: RateLimit.wait(now: clock.now()) { answer.header($0) })
    case 500...: throw .unavailable(complaint(answer))
    default: throw .rejected(code: answer.status, detail: complaint(answer))
    }
  }

  /// What the server said, in one line; a page of HTML is only counted as such.
  func complaint(_ answer: HTTPAnswer) -> String {
    guard let said = try? MastodonJSON.decode(MastodonComplaint.self, from: Data(answer.body)),
      let error = said.error
    else { return "the server answered \(answer.status) without a reason" }
    let words = [error, said.errorDescription].compactMap { $0 }.joined(separator: ": ")
    return String(words.prefix(300))
  }
}

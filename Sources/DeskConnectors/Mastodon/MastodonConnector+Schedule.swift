public import DeskCore
import FoundationEssentials
import NIOHTTP1
import Synchronization

extension MastodonConnector {
  /// Holds of posts due later than this leave the reserved requests to people who answer.
  private static let urgent = Span.minutes(30)
  /// How far ahead held posts are moved.
  private static let holdDistance = Span.days(30)
  /// Held posts on one day; servers take 25 in all.
  private static let holdsPerDay = 20
  private static let path = "/api/v1/scheduled_statuses"

  /// Lists the posts on the server's scheduler, soonest first.
  public func nativePosts() async throws(ConnectorError) -> [NativePost] {
    var posts: [String: NativePost] = [:]
    var query = "limit=40"
    for _ in 0..<50 {
      let answer = try await get(Self.path, query: query)
      let page = try decode([Lenient<MastodonScheduled>].self, answer).compactMap { $0.value }
      let snapshots = Self.snapshots(answer.body)
      for entry in page {
        guard let due = Timestamp(rfc3339: entry.scheduledAt) else { continue }
        // What waits there is what somebody typed, not HTML.
        let text = entry.params?.value?.text ?? ""
        posts[entry.id.text] = NativePost(
          account: settings.account, native: entry.id.text, text: text, dueAt: due,
          snapshot: snapshots[entry.id.text] ?? "{}")
      }
      let link = answer.headers["link"].joined(separator: ", ")
      guard let next = LinkHeader.address(rel: "next", in: link).map(LinkHeader.query(of:)),
        next != query
      else { break }
      query = next
    }
    let days = posts.values.map { Self.day($0.dueAt) }
    learned.withLock { state in
      state.scheduledByDay = days.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }
    return posts.values.sorted { ($0.dueAt, $0.native) < ($1.dueAt, $1.native) }
  }

  /// Keeps a post from being published: moves it far ahead, or deletes it and keeps its content
  /// when it is too late for that. Only a request to wait, a refused token and an outage are
  /// thrown; every other failure is in the result.
  public func hold(
    _ admitted: AdmittedHold, now: Timestamp
  ) async throws(ConnectorError) -> NativePost {
    let post = admitted.post
    let notice = post.dueAt.since(serverTime(now))
    if notice > Self.urgent { try leaveRoomForWrites() }
    if notice < NativePost.leastNotice {
      return try await keep(post, why: "it was due too soon to be moved")
    }
    var held = post
    // Counted from its own time too, which may itself be far ahead.
    let time = freeTime(after: max(now, post.dueAt))
    do {
      try await move(post, to: time)
      held.hold = .moved
      held.detail = "moved to \(CivilTime(time).dateText) on the server"
    } catch .rejected(_, let why) {
      // The server's limits count held posts too; what cannot be moved is taken off.
      return try await keep(post, why: "it could not be moved (\(why))")
    } catch .missing {
      held.hold = .failed
      held.detail = "it is no longer on the server's scheduler: published or deleted"
    } catch .forbidden(let why), .malformed(let why), .unsupported(let why) {
      held.hold = .failed
      held.detail = why
    }
    return held
  }

  /// Gives a held post its time back.
  /// - Throws: `rejected` when `time` is less than six minutes after `now`, because servers
  ///   publish at once what is scheduled in the past.
  public func restore(
    _ admitted: AdmittedHold, at time: Timestamp, now: Timestamp
  ) async throws(ConnectorError) {
    guard time.since(serverTime(now)) >= NativePost.leastNotice else {
      throw .rejected(code: 0, detail: "its time has passed or is too near; choose a later one")
    }
    try leaveRoomForWrites()
    try await move(admitted.post, to: time)
  }

  private func move(_ post: NativePost, to time: Timestamp) async throws(ConnectorError) {
    var call = try call(.PUT, address(of: post))
    call.form = PercentEncoding.form([("scheduled_at", time.rfc3339)])
    let answer = try await exchange(call)
    try check(answer)
    // A server may answer 200 and keep the old time.
    guard let entry = try? decode(MastodonScheduled.self, answer) else { return }
    if let set = Timestamp(rfc3339: entry.scheduledAt),
      set.since(time) > .minutes(1) || time.since(set) > .minutes(1)
    {
      throw .rejected(code: answer.status, detail: "the server kept another time")
    }
  }

  /// Deletes a post on the server; one that is no longer there is `missing`.
  public func takeOff(_ admitted: AdmittedHold) async throws(ConnectorError) {
    try await delete(admitted.post)
  }

  private func delete(_ post: NativePost) async throws(ConnectorError) {
    try check(try await exchange(try call(.DELETE, address(of: post))))
  }

  private func keep(_ post: NativePost, why: String) async throws(ConnectorError) -> NativePost {
    var held = post
    do {
      try await delete(post)
      held.hold = .kept
      held.detail = "deleted on the server because \(why); its content is kept here"
    } catch .missing {
      held.hold = .failed
      held.detail = "it is no longer on the server's scheduler: published or deleted"
    } catch .forbidden(let why), .rejected(_, let why), .malformed(let why), .unsupported(let why) {
      held.hold = .failed
      held.detail = why
    }
    return held
  }

  private func address(of post: NativePost) -> String {
    "\(Self.path)/\(PercentEncoding.encode(post.native))"
  }

  private func freeTime(after start: Timestamp) -> Timestamp {
    learned.withLock { state in
      var day = Self.day(start.adding(Self.holdDistance))
      while state.scheduledByDay[day, default: 0] >= Self.holdsPerDay { day += 1 }
      let place = state.scheduledByDay[day, default: 0]
      state.scheduledByDay[day] = place + 1
      return Timestamp(seconds: day * 86_400 + 43_200).adding(.minutes(Int64(place)))
    }
  }

  private static func day(_ instant: Timestamp) -> Int64 { instant.seconds / 86_400 }

  // Kept as the server wrote them, so that no field we do not know is lost.
  private static func snapshots(_ body: [UInt8]) -> [String: String] {
    guard let entries = try? JSONDecoder().decode([JSONValue].self, from: Data(body)) else {
      return [:]
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var result: [String: String] = [:]
    for entry in entries {
      guard case .object(let fields) = entry, let id = fields["id"]?.idText,
        let data = try? encoder.encode(entry)
      else { continue }
      result[id] = String(decoding: data, as: UTF8.self)
    }
    return result
  }
}

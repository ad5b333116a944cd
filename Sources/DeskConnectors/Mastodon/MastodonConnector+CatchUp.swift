import DeskCore
import Synchronization

extension MastodonConnector {
  /// Empty pages with a next link that are followed before a walk ends.
  private static let mostEmptyPages = 5
  /// How far a server that knows no `min_id` is walked backwards, in pages.
  private static let mostBackwardPages = 10

  /// Walks every lane to its end and hands over what is new.
  func catchUp(_ intake: MastodonIntake) async throws {
    for lane in MastodonLane.all(settings) {
      do {
        try await catchUp(lane, intake)
        try await intake.health { $0.notes["closed:\(lane.name)"] = nil }
      } catch let error as ConnectorError {
        guard lane.kind != .notifications, let why = error.closedDoor else { throw error }
        try await intake.health {
          $0.notes["closed:\(lane.name)"] = "\(lane.title) cannot be read: \(why)"
        }
      }
    }
    try await search(intake)
  }

  private func catchUp(_ lane: MastodonLane, _ intake: MastodonIntake) async throws {
    switch intake.position(lane.name) {
    case nil: try await begin(lane, intake, pages: 1)
    case "": try await begin(lane, intake, pages: Self.mostBackwardPages)
    case let position?: try await walk(lane, from: position, intake)
    }
  }

  // MARK: The first time

  /// Takes the newest page, or all there is when the lane was empty the last time.
  private func begin(
    _ lane: MastodonLane, _ intake: MastodonIntake, pages: Int, lost: Gap? = nil
  ) async throws {
    let isFirst = intake.position(lane.name) == nil
    var entries: [MastodonEntry] = []
    var query = lane.query("")
    for _ in 0..<pages {
      let page = try await self.entries(lane, query, intake)
      entries += page.items
      guard let earlier = page.earlier, !page.items.isEmpty else { break }
      query = earlier
    }
    if isFirst, pages == 1 { entries = Array(entries.prefix(settings.firstRunCount)) }
    if isFirst, lane.kind == .notifications {
      let count = entries.count
      try await intake.health {
        $0.notes["first"] = "first run: began with the \(count) newest notifications"
      }
    }
    var gap = lost
    if let lost {
      let oldest = entries.compactMap { $0.createdAt }.min() ?? clock.now()
      gap = Gap(account: lost.account, from: lost.from, to: oldest, reason: lost.reason)
    }
    try await hand(over: entries, lane, intake, gap: gap)
    if entries.isEmpty { try await intake.take([], moving: [lane.name: ""]) }
  }

  // MARK: Walking forward

  private func walk(
    _ lane: MastodonLane, from position: String, _ intake: MastodonIntake
  ) async throws {
    var query = lane.query("min_id=\(PercentEncoding.encode(position))")
    var (asked, empty) = (Set<String>(), 0)
    for number in 0..<lane.mostPages {
      guard asked.insert(query).inserted else { return }
      let page: Page<MastodonEntry>
      do {
        page = try await entries(lane, query, intake)
      } catch ConnectorError.rejected(_, let why) where number == 0 {
        return try await beginAgain(lane, intake, why)
      }
      let newer = page.items.filter { NativeID.isOlder(position, than: $0.place) }
      if number == 0, newer.count >= Self.fullPage(page) {
        if try await bridgeBackwards(lane, from: position, newer, intake) { return }
      }
      try await hand(over: newer, lane, intake)
      empty = page.items.isEmpty ? empty + 1 : 0
      if let later = page.later, empty <= Self.mostEmptyPages {
        query = later
      } else if empty == 0, let youngest = NativeID.youngest(newer.map { $0.place }) {
        query = lane.query("min_id=\(PercentEncoding.encode(youngest))")
      } else {
        return
      }
    }
  }

  private static func fullPage(_ page: Page<MastodonEntry>) -> Int {
    // Servers with a lower limit of their own give fewer; a short page needs no second look.
    max(2, min(MastodonLane.limit, 20))
  }

  /// Fetches what lies between the cursor and a full first page: nothing on a server that knows
  /// `min_id`, everything on one that answers with its newest page instead.
  /// - Returns: whether there was such a stretch; it is then handed over with the page.
  private func bridgeBackwards(
    _ lane: MastodonLane, from position: String, _ first: [MastodonEntry],
    _ intake: MastodonIntake
  ) async throws -> Bool {
    var found = first
    for number in 0..<Self.mostBackwardPages {
      guard let oldest = NativeID.oldest(found.map { $0.place }) else { return false }
      let page = try await entries(
        lane, lane.query("max_id=\(PercentEncoding.encode(oldest))"), intake)
      let between = page.items.filter {
        NativeID.isOlder(position, than: $0.place) && NativeID.isOlder($0.place, than: oldest)
      }
      if between.isEmpty, number == 0 { return false }
      found += between
      if between.isEmpty || between.count < page.items.count {
        try await hand(over: found, lane, intake)
        return true
      }
    }
    let to = found.compactMap { $0.createdAt }.min() ?? clock.now()
    try await hand(
      over: found, lane, intake,
      gap: gap(lane, intake, to: to, "the server showed only the newest of \(lane.title)"))
    return true
  }

  /// The server no longer knows our place: begin anew and say what cannot be known.
  private func beginAgain(
    _ lane: MastodonLane, _ intake: MastodonIntake, _ why: String
  ) async throws {
    let lost = gap(
      lane, intake, to: clock.now(), "the server lost our place in \(lane.title) (\(why))")
    try await begin(lane, intake, pages: 1, lost: lost)
  }

  private func gap(
    _ lane: MastodonLane, _ intake: MastodonIntake, to: Timestamp, _ reason: String
  ) -> Gap {
    let known = intake.position("\(lane.name)@").flatMap { Int64($0) }
    let from = known.map { Timestamp(milliseconds: $0) } ?? to
    return Gap(account: settings.account, from: min(from, to), to: to, reason: reason)
  }

  // MARK: Entries

  private func hand(
    over entries: [MastodonEntry], _ lane: MastodonLane, _ intake: MastodonIntake, gap: Gap? = nil
  ) async throws {
    guard let youngest = NativeID.youngest(entries.map { $0.place }) else {
      if let gap { try await intake.take([], gap: gap) }
      return
    }
    let ordered = entries.sorted { NativeID.isOlder($0.place, than: $1.place) }
    var parts = [lane.name: youngest]
    if let time = entries.compactMap({ $0.createdAt }).max() {
      parts["\(lane.name)@"] = String(time.milliseconds)
    }
    try await intake.take(ordered.compactMap { $0.status }, moving: parts, gap: gap)
  }

  private func entries(
    _ lane: MastodonLane, _ query: String, _ intake: MastodonIntake
  ) async throws -> Page<MastodonEntry> {
    try leaveRoomForWrites()
    if lane.kind == .notifications {
      let page = try await page(MastodonNotification.self, lane.path, query: query)
      return try await convert(page, intake) { notification in
        let concerns = MastodonNotification.types.contains(notification.type)
        return MastodonEntry(
          place: notification.id, status: concerns ? notification.status : nil,
          createdAt: notification.status?.createdAt)
      }
    }
    let page = try await page(MastodonStatus.self, lane.path, query: query)
    return try await convert(page, intake) { status in
      let post = status.boosted?.status ?? status
      let matters = lane.kind == .hashtag || intake.concernsUs(post)
      return MastodonEntry(
        place: status.id, status: matters ? post : nil, createdAt: status.createdAt)
    }
  }

  private func convert<T: Sendable>(
    _ page: Page<T>, _ intake: MastodonIntake, _ entry: (T) -> MastodonEntry
  ) async throws -> Page<MastodonEntry> {
    if page.unreadable > 0 {
      try await intake.health { health in
        health.notes["unreadable"] = "some entries of the server could not be read"
      }
    }
    return Page(
      items: page.items.map(entry), unreadable: page.unreadable, later: page.later,
      earlier: page.earlier)
  }

  /// Throws when what is left of the rate limit belongs to people who answer.
  func leaveRoomForWrites() throws(ConnectorError) {
    guard let limit = learned.withLock({ $0.rateLimit }), let left = limit.remaining,
      let resetAt = limit.resetAt, resetAt > clock.now(), left <= settings.reservedRequests
    else { return }
    throw .rateLimited(until: min(resetAt, clock.now().adding(.minutes(15))))
  }
}

extension ConnectorError {
  /// Why a list cannot be read as long as nothing changes; nil for passing troubles.
  var closedDoor: String? {
    switch self {
    case .forbidden(let why), .missing(let why), .malformed(let why), .unsupported(let why): why
    case .rejected(_, let why): why
    case .unauthorized, .rateLimited, .unavailable: nil
    }
  }
}

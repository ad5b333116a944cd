import DeskCore

extension MastodonConnector {
  /// Pages of 40 that are read for one word in one round.
  private static let mostSearchPages = 5

  /// Asks the server's search for each word. Servers without full-text search answer with nothing,
  /// which is why the timelines are read for the words as well.
  func search(_ intake: MastodonIntake) async throws {
    for word in settings.words.map({ $0.trimmed }) where !word.isEmpty {
      do {
        try await search(word, intake)
      } catch let error as ConnectorError {
        guard let why = error.closedDoor else { throw error }
        return try await intake.health {
          $0.notes["search"] = "words are found in timelines only, search is closed: \(why)"
        }
      }
    }
  }

  private func search(_ word: String, _ intake: MastodonIntake) async throws {
    let part = "search:\(word.lowercased())"
    let known = intake.position(part)
    var found: [MastodonStatus] = []
    for number in 0..<(known == nil ? 1 : Self.mostSearchPages) {
      try leaveRoomForWrites()
      let query = PercentEncoding.form([
        ("q", word), ("type", "statuses"), ("limit", "40"), ("offset", String(number * 40)),
      ])
      let page = try await get(MastodonSearch.self, "/api/v2/search", query: query)
      let statuses = page.statuses.compactMap { $0.value }
      let news = statuses.filter { status in
        known.map { NativeID.isOlder($0, than: status.id) } ?? true
      }
      found += news.filter { intake.watch.matches($0.plainText) }
      if statuses.count < 40 || news.count < statuses.count { break }
    }
    let ordered = found.sorted { NativeID.isOlder($0.id, than: $1.id) }
    let youngest = NativeID.youngest(ordered.map { $0.id } + [known ?? ""]) ?? ""
    try await intake.take(ordered, moving: [part: youngest])
  }
}

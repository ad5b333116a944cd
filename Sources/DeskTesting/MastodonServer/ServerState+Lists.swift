import DeskCore

extension ServerState {
  mutating func notifications(_ request: ServerRequest) -> ServerAnswer {
    let types = request.query.filter { $0.name == "types[]" }.map { $0.value }
    let wanted = notices.filter { notice in
      (types.isEmpty || types.contains(notice.type)) && post(notice.post) != nil
    }
    if faults.emptyPages > 0, let place = request.value("min_id") {
      faults.emptyPages -= 1
      var answer = ServerAnswer.json([ServerWire.Notification]())
      let mark = "empty=\(faults.emptyPages)"
      answer.headers.append(
        ("link", "<\(root)\(request.path)?min_id=\(place)&limit=40&\(mark)>; rel=\"prev\""))
      return answer
    }
    let page = slice(wanted.map { $0.id }, request)
    guard let page else { return .complaint(422, "unknown min_id") }
    let notices = page.compactMap { id in wanted.first { $0.id == id } }
    return list(notices.compactMap { wire($0) }, page, request)
  }

  mutating func timeline(_ request: ServerRequest, _ matches: (Post) -> Bool) -> ServerAnswer {
    let wanted = posts.filter { !$0.isDeleted && matches($0) }
    guard let page = slice(wanted.map { $0.id }, request) else {
      return .complaint(422, "unknown min_id")
    }
    return list(page.compactMap { post($0) }.map { wire($0) }, page, request)
  }

  mutating func schedule(_ request: ServerRequest) -> ServerAnswer {
    guard let page = slice(planned.map { $0.id }, request) else { return .complaint(422, "") }
    let entries = page.compactMap { id in planned.first { $0.id == id } }.map { wire($0) }
    return list(entries, page, request)
  }

  func wire(_ entry: Planned) -> ServerWire.Scheduled {
    ServerWire.Scheduled(
      id: entry.id, scheduledAt: entry.dueAt.rfc3339, params: .init(text: entry.text))
  }

  /// The ids of one page, newest first, from all ids, oldest first; nil when the place is unknown.
  private func slice(_ ids: [String], _ request: ServerRequest) -> [String]? {
    var ids = ids
    if let most = request.value("max_id") { ids = ids.filter { $0 < most } }
    if let least = request.value("since_id") { ids = ids.filter { $0 > least } }
    if let least = request.value("min_id") {
      if faults.forgetsPlaces { return nil }
      ids = ids.filter { $0 > least }
      if !faults.ignoresMinID { return ids.prefix(request.limit).reversed() }
    }
    return ids.suffix(request.limit).reversed()
  }

  private func list(
    _ entries: [some Encodable & Sendable], _ ids: [String], _ request: ServerRequest
  ) -> ServerAnswer {
    var answer = ServerAnswer.json(faults.reorders ? entries.reversed() : entries)
    if let youngest = ids.first, let oldest = ids.last {
      let others = request.query.filter { !["min_id", "max_id", "since_id"].contains($0.name) }
      let rest = others.map { "&\($0.name)=\($0.value)" }.joined()
      answer.headers.append(
        (
          "link",
          "<\(root)\(request.path)?max_id=\(oldest)\(rest)>; rel=\"next\", "
            + "<\(root)\(request.path)?min_id=\(youngest)\(rest)>; rel=\"prev\""
        ))
    }
    return answer
  }
}

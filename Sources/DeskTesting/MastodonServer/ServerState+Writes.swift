import DeskCore

extension ServerState {
  mutating func write(_ request: ServerRequest) -> ServerAnswer {
    let fields = request.form
    let key = request.headers["idempotency-key"]
    if let key, !faults.ignoresIdempotencyKey, let id = keys[key], let known = post(id) {
      return .json(wire(known))
    }
    guard let text = fields["status"], !text.isEmpty else {
      return .complaint(422, "Validation failed: Text can't be blank")
    }
    guard text.count <= 500 else {
      return .complaint(422, "Validation failed: Text character limit of 500 exceeded")
    }
    if let target = fields["in_reply_to_id"], post(target) == nil {
      return .complaint(404, "Record not found")
    }
    let written = add(
      text, by: ScriptedMastodon.brand, visibility: fields["visibility"] ?? "public",
      inReplyTo: fields["in_reply_to_id"], language: fields["language"])
    if let key { keys[key] = written.id }
    accept(request, native: written.id)
    return lose(.json(wire(written)))
  }

  mutating func single(_ request: ServerRequest, _ parts: [String]) -> ServerAnswer {
    guard parts.count == 4 else { return .complaint(404, "Record not found") }
    let id = ServerRequest.decode(parts[3])
    switch (request.method, parts[2]) {
    case ("GET", "statuses") where faults.pagesForStatuses: return .page(404)
    case ("GET", "statuses"):
      guard let found = post(id) else { return .complaint(404, "Record not found") }
      return .json(wire(found))
    case ("DELETE", "statuses"):
      guard let found = post(id), found.author == ScriptedMastodon.brand else {
        return .complaint(404, "Record not found")
      }
      change(id) { $0.isDeleted = true }
      accept(request, native: id)
      return lose(.json(wire(found)))
    case ("PUT", "scheduled_statuses"), ("DELETE", "scheduled_statuses"):
      return replan(request, id)
    default: return .complaint(404, "Record not found")
    }
  }

  private mutating func replan(_ request: ServerRequest, _ id: String) -> ServerAnswer {
    guard let index = planned.firstIndex(where: { $0.id == id }) else {
      return .complaint(404, "Record not found")
    }
    if request.method == "DELETE" {
      planned.remove(at: index)
      accept(request, native: id)
      return ServerAnswer(headers: [("content-type", "application/json")], body: "{}")
    }
    guard let time = request.form["scheduled_at"].flatMap({ Timestamp(rfc3339: $0) }) else {
      return .complaint(422, "Validation failed: Scheduled at is invalid")
    }
    let day = { (instant: Timestamp) in instant.seconds / 86_400 }
    guard planned.count(where: { $0.id != id && day($0.dueAt) == day(time) }) < 25 else {
      return .complaint(422, "Validation failed: daily limit reached")
    }
    planned[index].dueAt = time
    accept(request, native: id)
    return .json(wire(planned[index]))
  }

  private mutating func accept(_ request: ServerRequest, native: String) {
    log.writes.append(
      ServerLog.Write(
        method: request.method, path: request.path, fields: request.form,
        key: request.headers["idempotency-key"], native: native))
  }

  private mutating func lose(_ answer: ServerAnswer) -> ServerAnswer {
    guard !faults.lostAnswers.isEmpty else { return answer }
    let loss = faults.lostAnswers.removeFirst()
    if loss == .badGateway { return .page(502) }
    var answer = answer
    answer.loss = loss
    return answer
  }
}

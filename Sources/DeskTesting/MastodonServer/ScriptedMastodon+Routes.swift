import DeskCore
import Synchronization

extension ScriptedMastodon {
  /// Answers one request.
  func answer(_ request: ServerRequest) -> ServerAnswer {
    var answer = undated(request)
    answer.headers.append(("date", ServerWire.date(state.withLock { $0.now })))
    return answer
  }

  private func undated(_ request: ServerRequest) -> ServerAnswer {
    state.withLock { state in
      state.log.requests.append(
        "\(request.method) \(request.path)"
          + (request.query.isEmpty
            ? "" : "?" + request.query.map { "\($0.name)=\($0.value)" }.joined(separator: "&")))
      guard request.headers["authorization"] == "Bearer \(Self.token)" else {
        return .complaint(401, "The access token is invalid")
      }
      if !request.path.hasSuffix("/instance"), !request.path.hasSuffix("/verify_credentials"),
        !state.faults.refusals.isEmpty
      {
        return Self.refuse(state.faults.refusals.removeFirst(), now: state.now)
      }
      var answer = Self.route(request, &state)
      if let remaining = state.faults.remaining {
        answer.headers += [
          ("x-ratelimit-limit", "300"), ("x-ratelimit-remaining", String(remaining)),
          ("x-ratelimit-reset", state.now.adding(.seconds(Int64(state.faults.window))).rfc3339),
        ]
        if state.faults.countsDown { state.faults.remaining = max(0, remaining - 1) }
      }
      return answer
    }
  }

  static func refuse(
    _ refusal: ServerFaults.Refusal, now: Timestamp
  ) -> ServerAnswer {
    var answer = ServerAnswer.complaint(429, "Too many requests")
    switch refusal {
    case .limitedByDate(let seconds):
      answer.headers.append(("x-ratelimit-remaining", "0"))
      let reset = now.adding(.seconds(Int64(seconds))).rfc3339
      answer.headers.append(("x-ratelimit-reset", reset))
    case .limitedByEpoch(let seconds):
      answer.headers.append(("x-ratelimit-remaining", "0"))
      answer.headers.append(("x-ratelimit-reset", String(now.seconds + Int64(seconds))))
    case .limitedByRetryAfter(let seconds):
      answer.headers.append(("retry-after", String(seconds)))
    case .error(let status): return .complaint(status, "scripted refusal")
    case .page(let status): return .page(status)
    }
    return answer
  }

  private static func route(_ request: ServerRequest, _ state: inout ServerState) -> ServerAnswer {
    let parts = request.path.split(separator: "/").map(String.init)
    switch (request.method, parts.dropFirst(2).joined(separator: "/")) {
    case ("GET", "accounts/verify_credentials"):
      var answer = ServerAnswer.json(state.wire(account: brand))
      answer.headers.append(("x-oauth-scopes", "read write"))
      return answer
    case ("GET", "instance"): return instance(state)
    case ("GET", "notifications"): return state.notifications(request)
    case ("GET", "timelines/home"), ("GET", "timelines/public"):
      return state.timeline(request) { $0.visibility == "public" }
    case ("GET", let path) where path.hasPrefix("timelines/tag/"):
      let tag = ServerRequest.decode(parts.last ?? "").lowercased()
      return state.timeline(request) { post in
        ServerState.words(post.text, after: "#").contains { $0.lowercased() == tag }
      }
    case ("GET", "search"):
      return .json(ServerWire.Found(statuses: []))
    case ("GET", let path) where path.hasPrefix("accounts/") && path.hasSuffix("/statuses"):
      return state.timeline(request) { $0.author == brand }
    case ("POST", "statuses"): return state.write(request)
    case ("GET", "scheduled_statuses"): return state.schedule(request)
    default: return state.single(request, parts)
    }
  }

  private static func instance(_ state: ServerState) -> ServerAnswer {
    let socket = "ws" + state.root.dropFirst("http".count)
    return .json(
      ServerWire.Instance(
        domain: "scripted.test", configuration: .init(urls: .init(streaming: socket))))
  }
}

import DeskCore
import Synchronization

extension ScriptedMastodon {
  /// Whether a request wants something published and may.
  func publishes(_ request: ServerRequest) -> Bool {
    request.method == "POST" && request.path == "/api/v1/statuses"
      && request.headers["authorization"] == "Bearer \(Self.token)"
  }

  /// Notes a request to publish, lets the fault happen whose turn it is, and gives the answer; nil
  /// when the connection is to be closed instead.
  func publish(_ request: ServerRequest) async throws -> ServerAnswer? {
    let fault = state.withLock { state in
      state.underway += 1
      state.log.attempts.append(
        ServerLog.Attempt(
          arrivedAt: state.now, fields: request.form, key: request.headers["idempotency-key"]))
      return state.faults.publishing.isEmpty ? nil : state.faults.publishing.removeFirst()
    }
    defer { state.withLock { $0.underway -= 1 } }
    switch fault {
    case nil: return answer(request)
    case .lost: return nil
    case .refused(let refusal): return state.withLock { Self.refuse(refusal, now: $0.now) }
    case .late(let wait):
      try await Task.sleep(for: .milliseconds(wait))
      return answer(request)
    case .acceptedBehindAClosedConnection(let wait):
      state.withLock { $0.underway += 1 }
      Task {
        defer { state.withLock { $0.underway -= 1 } }
        try await Task.sleep(for: .milliseconds(wait))
        _ = answer(request)
      }
      return nil
    case .answeredLate(let wait):
      let answer = answer(request)
      try await Task.sleep(for: .milliseconds(wait))
      return answer
    case .answerLost(let loss):
      var answer = answer(request)
      if loss == .badGateway { return .page(502) }
      answer.loss = loss
      return answer
    case .answeredWithAPage:
      _ = answer(request)
      return .page(200)
    case .passedOnTwice:
      _ = answer(request)
      return answer(request)
    }
  }
}

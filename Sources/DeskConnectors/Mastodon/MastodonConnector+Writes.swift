public import DeskCore
import NIOHTTP1

extension MastodonConnector {
  /// What became of a request that changes something.
  private enum Written {
    case answered(HTTPAnswer)
    case unknown(String)
  }

  /// Sends what the gate admitted, once; says `unknown` whenever it may have arrived.
  public func send(_ admitted: Admitted) async throws(ConnectorError) -> WriteResult {
    let item = admitted.item
    if item.content.kind == .deletion { return try await delete(item) }
    var call = try call(.POST, "/api/v1/statuses")
    call.headers.append(("idempotency-key", item.key.rawValue))
    call.form = PercentEncoding.form(Self.fields(item.content))
    switch try await write(call) {
    case .unknown(let why): return .unknown(why)
    case .answered(let answer):
      guard let status = try? decode(MastodonStatus.self, answer) else {
        return .unknown("the server accepted it but did not name it")
      }
      return .done(native: status.id)
    }
  }

  private func delete(_ item: OutgoingItem) async throws(ConnectorError) -> WriteResult {
    guard let target = item.content.targetNative, !target.isEmpty else {
      throw .rejected(code: 0, detail: "the deletion names no post")
    }
    let path = "/api/v1/statuses/\(PercentEncoding.encode(target))"
    switch try await write(try call(.DELETE, path)) {
    case .unknown(let why): return .unknown(why)
    case .answered: return .done(native: target)
    }
  }

  private func write(_ call: HTTPCall) async throws(ConnectorError) -> Written {
    let answer: HTTPAnswer
    do {
      answer = try await transport.send(call)
    } catch HTTPFailure.notSent(let why) {
      throw .unavailable(why)
    } catch HTTPFailure.lost(let why) {
      return .unknown(why)
    } catch {
      return .unknown("stopped while waiting for the answer")
    }
    remember(answer)
    if answer.status >= 500 || answer.status == 408 { return .unknown(complaint(answer)) }
    try check(answer)
    return .answered(answer)
  }

  // MARK: The form

  static func fields(_ content: Outgoing) -> [(String, String)] {
    var fields = [("status", content.text), ("visibility", visibility(content).mastodon)]
    if content.answersPerson, let target = content.targetNative {
      fields.append(("in_reply_to_id", target))
    }
    if let language = content.language, language != .undetermined {
      fields.append(("language", language.rawValue))
    }
    return fields
  }

  /// A private answer is private; everything else is as visible as was decided.
  static func visibility(_ content: Outgoing) -> Visibility {
    content.kind == .directReply ? .direct : content.visibility
  }
}

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
    var fields = [("status", text(content)), ("visibility", visibility(content).mastodon)]
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

  /// The text as it is sent: the recipient's handle in front when it is not in it, since nobody
  /// is told of an answer otherwise; in private answers no other handle, since each would become
  /// a recipient.
  static func text(_ content: Outgoing) -> String {
    guard content.answersPerson, let recipient = content.recipient, !recipient.isEmpty else {
      return content.text
    }
    var text = content.text
    if content.kind == .directReply || content.visibility == .direct {
      text = MastodonHandles.disarm(text, except: recipient)
    }
    let names = MastodonHandles.all(in: text).map { text[$0].dropFirst().lowercased() }
    return names.contains(recipient.lowercased()) ? text : "@\(recipient) \(text)"
  }
}

/// Handles such as `@ana@example.social` in a text.
enum MastodonHandles {
  /// Where they are, each from its `@` on, in order.
  static func all(in text: String) -> [Range<String.Index>] {
    var found: [Range<String.Index>] = []
    let scalars = text.unicodeScalars
    var i = scalars.startIndex
    var before: Unicode.Scalar?
    while i < scalars.endIndex {
      if scalars[i] == "@", !isWordLike(before), let end = end(of: scalars, from: i) {
        found.append(i..<end)
        before = "x"
        i = end
      } else {
        before = scalars[i]
        i = scalars.index(after: i)
      }
    }
    return found
  }

  /// The text without the `@` of every handle but `recipient`'s, so that none of them is told.
  static func disarm(_ text: String, except recipient: String) -> String {
    var result = text
    for range in all(in: text).reversed()
    where text[range].dropFirst().lowercased() != recipient.lowercased() {
      result.unicodeScalars.remove(at: range.lowerBound)
    }
    return result
  }

  private static func end(
    of scalars: String.UnicodeScalarView, from start: String.Index
  ) -> String.Index? {
    let name = run(scalars, scalars.index(after: start), isNamePart)
    guard let name else { return nil }
    guard name < scalars.endIndex, scalars[name] == "@",
      let host = run(scalars, scalars.index(after: name), isHostPart)
    else { return name }
    return host
  }

  // A full stop or hyphen at the end belongs to the sentence.
  private static func run(
    _ scalars: String.UnicodeScalarView, _ start: String.Index,
    _ belongs: (Unicode.Scalar) -> Bool
  ) -> String.Index? {
    var i = start
    var end = start
    while i < scalars.endIndex, belongs(scalars[i]) {
      let next = scalars.index(after: i)
      if scalars[i] != ".", scalars[i] != "-" { end = next }
      i = next
    }
    return end == start ? nil : end
  }

  private static func isWordLike(_ scalar: Unicode.Scalar?) -> Bool {
    guard let scalar else { return false }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      || scalar == "_" || scalar == "/" || scalar == "="
  }
  private static func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "_"
      || scalar == "." || scalar == "-"
  }
  private static func isHostPart(_ scalar: Unicode.Scalar) -> Bool {
    isNamePart(scalar) || scalar == ":"
  }
}

public import DeskCore
import FoundationEssentials
import Synchronization

extension MastodonConnector {
  /// The post as the desk would send it: the text as it was typed there, who may see it, and its
  /// language; what else it had is named as missing.
  public func adoption(of post: NativePost) -> Adoption {
    guard
      let entry = try? JSONDecoder().decode(JSONValue.self, from: Data(post.snapshot.utf8)),
      let parameters = entry["params"], let text = parameters["text"]?.text
    else {
      return Adoption(
        content: Outgoing(kind: .post, account: settings.account, text: post.text),
        missing: "everything but its text")
    }
    let word = parameters["visibility"]?.text ?? learned.withLock { $0.me?.defaultVisibility }
    let content = Outgoing(
      kind: .post, account: settings.account,
      visibility: word.map { Visibility(mastodon: $0) } ?? .public, text: text,
      language: parameters["language"]?.text.map { Language(rawValue: $0) })
    var missing = Self.missing(entry, parameters)
    if word == nil { missing.append("who may see it") }
    return Adoption(content: content, missing: missing.joined(separator: ", "))
  }

  private static func missing(_ entry: JSONValue, _ parameters: JSONValue) -> [String] {
    var missing: [String] = []
    let attached = max(
      entry["media_attachments"]?.count ?? 0, parameters["media_ids"]?.count ?? 0)
    if attached > 0 { missing.append(attached == 1 ? "1 attachment" : "\(attached) attachments") }
    if parameters["poll"]?.isSet ?? false { missing.append("its poll") }
    if parameters["spoiler_text"]?.isSet ?? false { missing.append("its content warning") }
    if parameters["in_reply_to_id"]?.isSet ?? false { missing.append("the post it answers") }
    if parameters["quoted_status_id"]?.isSet ?? false { missing.append("the post it quotes") }
    return missing
  }
}

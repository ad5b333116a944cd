import DeskCore
import FoundationEssentials

// What the server says, as far as the desk reads it. Everything but an id may be absent or of
// another shape on one of the many servers that speak this API.

/// The API's JSON, whose names are in snake case.
enum MastodonJSON {
  static func decode<T: Decodable>(_ type: T.Type, from data: Data) throws -> T {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(type, from: data)
  }
}

/// An id: a string, which some servers write as a number.
struct MastodonID: Decodable, Hashable, Sendable {
  let text: String
  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let text = try? container.decode(String.self) {
      self.text = text
    } else {
      text = String(try container.decode(Int64.self))
    }
  }
}

/// A value that is nil when it is absent or unreadable, so that one odd field spoils nothing.
struct Lenient<Value: Decodable & Sendable>: Decodable, Sendable {
  let value: Value?
  init(from decoder: any Decoder) throws { value = try? Value(from: decoder) }
}

extension KeyedDecodingContainer {
  func lenient<T: Decodable & Sendable>(_ type: T.Type, _ key: Key) -> T? {
    guard let box = try? decodeIfPresent(Lenient<T>.self, forKey: key) else { return nil }
    return box.value
  }

  func list<T: Decodable & Sendable>(_ type: T.Type, _ key: Key) -> [T] {
    (lenient([Lenient<T>].self, key) ?? []).compactMap { $0.value }
  }

  func time(_ key: Key) -> Timestamp? {
    guard let text = lenient(String.self, key) else { return nil }
    return Timestamp(rfc3339: text) ?? Timestamp(rfc3339: text + "T00:00:00Z")
  }
}

struct MastodonAccount: Decodable, Sendable {
  let id: String
  let acct: String
  let name: String
  let followers: Int?
  let createdAt: Timestamp?
  let isBot: Bool
  /// Who may see its posts when they do not say; told of one's own account only.
  let defaultVisibility: String?

  private struct Source: Decodable, Sendable { let privacy: String? }
  private enum Key: String, CodingKey {
    case id, acct, username, displayName, followersCount, createdAt, bot, source
  }
  init(from decoder: any Decoder) throws {
    let c = try decoder.container(keyedBy: Key.self)
    id = try c.decode(MastodonID.self, forKey: .id).text
    acct = c.lenient(String.self, .acct) ?? c.lenient(String.self, .username) ?? ""
    name = c.lenient(String.self, .displayName) ?? ""
    followers = c.lenient(Int.self, .followersCount).map { max(0, $0) }
    createdAt = c.time(.createdAt)
    isBot = c.lenient(Bool.self, .bot) ?? false
    defaultVisibility = c.lenient(Source.self, .source)?.privacy
  }
}

struct MastodonStatus: Decodable, Sendable {
  struct Named: Decodable, Sendable {
    let id: MastodonID?
    let name: String?
    let acct: String?
    let type: String?
    let description: String?
  }
  final class Boxed: Decodable, Sendable {
    let status: MastodonStatus
    init(from decoder: any Decoder) throws { status = try MastodonStatus(from: decoder) }
  }

  let id: String
  let account: MastodonAccount
  let content: String
  let warning: String
  let sourceText: String?
  let createdAt: Timestamp?
  let editedAt: Timestamp?
  let visibility: String
  let language: String?
  let inReplyTo: String?
  let address: String?
  let mentions: [Named]
  let tags: [Named]
  let attachments: [Named]
  let boosted: Boxed?

  private enum Key: String, CodingKey {
    case id, account, content, spoilerText, text, createdAt, editedAt, visibility, language
    case inReplyToId, url, uri, mentions, tags, mediaAttachments, reblog
  }
  init(from decoder: any Decoder) throws {
    let c = try decoder.container(keyedBy: Key.self)
    id = try c.decode(MastodonID.self, forKey: .id).text
    account = try c.decode(MastodonAccount.self, forKey: .account)
    content = c.lenient(String.self, .content) ?? ""
    warning = c.lenient(String.self, .spoilerText) ?? ""
    sourceText = c.lenient(String.self, .text)
    createdAt = c.time(.createdAt)
    editedAt = c.time(.editedAt)
    visibility = c.lenient(String.self, .visibility) ?? "public"
    language = c.lenient(String.self, .language)
    inReplyTo = c.lenient(MastodonID.self, .inReplyToId)?.text
    address = c.lenient(String.self, .url) ?? c.lenient(String.self, .uri)
    mentions = c.list(Named.self, .mentions)
    tags = c.list(Named.self, .tags)
    attachments = c.list(Named.self, .mediaAttachments)
    boosted = c.lenient(Boxed.self, .reblog)
  }
}

struct MastodonNotification: Decodable, Sendable {
  let id: String
  let type: String
  let status: MastodonStatus?

  /// The types that carry a message about the brand.
  static let types = ["mention", "quote", "update"]

  private enum Key: String, CodingKey { case id, type, status }
  init(from decoder: any Decoder) throws {
    let c = try decoder.container(keyedBy: Key.self)
    id = try c.decode(MastodonID.self, forKey: .id).text
    type = c.lenient(String.self, .type) ?? ""
    status = c.lenient(MastodonStatus.self, .status)
  }
}

struct MastodonSearch: Decodable, Sendable {
  let statuses: [Lenient<MastodonStatus>]
}

struct MastodonScheduled: Decodable, Sendable {
  struct Parameters: Decodable, Sendable {
    let text: String?
  }
  let id: MastodonID
  let scheduledAt: String
  let params: Lenient<Parameters>?
}

struct MastodonInstance: Decodable, Sendable {
  struct Configuration: Decodable, Sendable {
    struct Addresses: Decodable, Sendable {
      let streaming: String?
    }
    struct Statuses: Decodable, Sendable {
      let maxCharacters: Int?
      let charactersReservedPerUrl: Int?
    }
    let urls: Lenient<Addresses>?
    let statuses: Lenient<Statuses>?
  }
  struct OldAddresses: Decodable, Sendable {
    let streamingApi: String?
  }
  let version: String?
  let configuration: Lenient<Configuration>?
  let urls: Lenient<OldAddresses>?
  /// Pleroma's own field.
  let maxTootChars: Int?

  var streaming: String? {
    configuration?.value?.urls?.value?.streaming ?? urls?.value?.streamingApi
  }
  var textLimit: Int? {
    configuration?.value?.statuses?.value?.maxCharacters ?? maxTootChars
  }
  var linkLength: Int? { configuration?.value?.statuses?.value?.charactersReservedPerUrl }
  /// Whether it is Mastodon itself and not another server with the same API.
  var isMastodon: Bool {
    let text = (version ?? "").lowercased()
    return !text.isEmpty && !text.contains("compatible") && !text.contains("gotosocial")
      && !text.contains("+git")
  }
}

struct MastodonApp: Decodable, Sendable {
  let scopes: [String]?
}

struct MastodonComplaint: Decodable, Sendable {
  let error: String?
  let errorDescription: String?
}

import DeskCore
import FoundationEssentials

/// One line of JSON as the common door defines it; whatever is not needed may be absent or odd.
struct MentionLine: Decodable {
  /// Why a line is not a mention.
  struct Fault: Error, Hashable {
    let reason: String
  }

  private enum Key: String, CodingKey {
    case id, platform, text, author, url, lang, brand
    case createdAt = "created_at"
    case inReplyTo = "in_reply_to"
  }

  private enum AuthorKey: String, CodingKey {
    case handle, name, followers
    case createdAt = "created_at"
  }

  let id: String
  let platform: Platform
  let text: String
  let createdAt: Timestamp
  let author: Author
  let url: String?
  let inReplyTo: String?
  let language: Language?

  init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: Key.self)
    guard let id = Self.word(fields, .id), !id.isEmpty else { throw Fault(reason: "no id") }
    guard let text = Self.word(fields, .text), !text.isEmpty else {
      throw Fault(reason: "no text")
    }
    guard let time = Self.word(fields, .createdAt) else { throw Fault(reason: "no created_at") }
    guard let createdAt = Timestamp(rfc3339: time) else {
      throw Fault(reason: "created_at is not a time such as 2026-01-31T09:15:00Z")
    }
    self.id = id
    self.createdAt = createdAt
    platform = Self.word(fields, .platform).map { Platform(rawValue: $0.lowercased()) } ?? .unknown
    self.text = Self.escaping.contains(platform.rawValue) ? Self.unescaped(text) : text
    url = Self.word(fields, .url)
    inReplyTo = Self.word(fields, .inReplyTo)
    language = Self.word(fields, .lang).map { Language(rawValue: $0) }
    author = Self.author(fields)
  }

  /// Platforms whose interface gives texts with `&`, `<` and `>` written as HTML does.
  private static let escaping: Set<String> = ["x", "twitter"]

  private static func unescaped(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    return HTMLEntity.decode(Array(text.utf8)[...])
  }

  private static func author(_ fields: KeyedDecodingContainer<Key>) -> Author {
    guard let author = try? fields.nestedContainer(keyedBy: AuthorKey.self, forKey: .author)
    else {
      // Some exports give the handle alone.
      return Author(handle: handle(word(fields, .author) ?? ""))
    }
    let followers = (try? author.decodeIfPresent(Double.self, forKey: .followers)) ?? nil
    return Author(
      handle: handle(word(author, .handle) ?? ""), name: word(author, .name) ?? "",
      followers: followers.flatMap { $0 >= 0 && $0 < 1e15 ? Int($0) : nil },
      accountCreatedAt: word(author, .createdAt).flatMap { Timestamp(rfc3339: $0) })
  }

  private static func handle(_ text: String) -> String {
    String(text.drop { $0 == "@" })
  }

  /// A string, or a whole number as its digits: many exports write ids as numbers.
  private static func word<K: CodingKey>(_ fields: KeyedDecodingContainer<K>, _ key: K) -> String? {
    guard fields.contains(key) else { return nil }
    if let text = try? fields.decode(String.self, forKey: key) { return text }
    return (try? fields.decode(Int64.self, forKey: key)).map { String($0) }
  }

  func incoming(account: AccountID) -> IncomingMention {
    IncomingMention(
      key: MentionKey(account: account, native: id), platform: platform, author: author,
      text: text, createdAt: createdAt, url: url, inReplyTo: inReplyTo, languageHint: language)
  }
}

/// Reads lines of JSON; one of them serves one task.
struct MentionLineParser {
  private let decoder = JSONDecoder()
  private let account: AccountID

  init(account: AccountID) { self.account = account }

  /// The mention a line tells of; nil for an empty line.
  func parse(_ line: LineSplitter.Line) -> Result<IncomingMention?, MentionLine.Fault> {
    if line.isTooLong {
      return .failure(MentionLine.Fault(reason: "longer than \(LineSplitter.limit) bytes"))
    }
    let bytes = line.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? line.bytes.dropFirst(3) : line.bytes
    guard bytes.contains(where: { $0 > 32 }) else { return .success(nil) }
    do {
      return .success(try decode(bytes).incoming(account: account))
    } catch let fault as MentionLine.Fault {
      return .failure(fault)
    } catch {
      return .failure(MentionLine.Fault(reason: Self.words(error, bytes)))
    }
  }

  /// Bytes that are no UTF-8 become U+FFFD; the rest of the line is still worth having.
  private func decode(_ bytes: ArraySlice<UInt8>) throws -> MentionLine {
    if String(validating: bytes, as: UTF8.self) != nil {
      return try decoder.decode(MentionLine.self, from: Data(bytes))
    }
    let repaired = String(decoding: bytes, as: UTF8.self)
    return try decoder.decode(MentionLine.self, from: Data(repaired.utf8))
  }

  private static func words(_ error: any Error, _ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.first(where: { $0 > 32 }) == UInt8(ascii: "{") else { return "not a JSON object" }
    if case DecodingError.typeMismatch = error { return "not a JSON object" }
    return "not valid JSON"
  }
}

/// What a saved reply is called: the name of its file without ending.
public struct SavedReplyID: RawRepresentable, Hashable, Codable, Sendable, CustomStringConvertible {
  /// The name.
  public let rawValue: String
  /// Makes an id.
  public init(rawValue: String) { self.rawValue = rawValue }
  /// The name itself.
  public var description: String { rawValue }
}

/// A text approved in advance, in one or several languages, with variables such as `{name}`.
public struct SavedReply: Hashable, Codable, Sendable, Identifiable {
  /// The text in one language.
  public struct Variant: Hashable, Codable, Sendable {
    /// The language as written in the file, for example `uz-Cyrl`.
    public let tag: String
    /// The language without script and region.
    public let language: Language
    /// The text, with variables.
    public let body: String

    /// Makes a variant; the language is the first part of the tag.
    public init(tag: String, body: String) {
      self.tag = tag
      language = Language(rawValue: tag)
      self.body = body
    }
  }

  /// Why a saved reply may not be used now; a fact, worded elsewhere.
  public enum Refusal: Hashable, Sendable {
    /// Its time is over since this instant.
    case expired(Timestamp)
    /// Nobody has approved it.
    case unapproved
    /// It is kept for this level and above.
    case level(needed: Level)
    /// It has no text in this language.
    case language(Language)
  }

  /// Its name.
  public let id: SavedReplyID
  /// What people look for.
  public let title: String
  /// Who keeps it true.
  public let owner: Seat
  /// The least level at which it may be used.
  public let level: Level
  /// Who approved it, never its owner; nil as long as nobody has.
  public let approver: Seat?
  /// From when on it may not be used; nil when it has no end.
  public let expiresAt: Timestamp?
  /// Other words by which it is found.
  public let keywords: [String]
  /// The texts, one a language tag, in the order of the file.
  public let variants: [Variant]

  /// Makes a saved reply.
  public init(
    id: SavedReplyID, title: String, owner: Seat, level: Level = .calm, approver: Seat? = nil,
    expiresAt: Timestamp? = nil, keywords: [String] = [], variants: [Variant]
  ) {
    self.id = id
    self.title = title
    self.owner = owner
    self.level = level
    self.approver = approver
    self.expiresAt = expiresAt
    self.keywords = keywords
    self.variants = variants
  }

  /// The text for a tag such as `uz-Cyrl`: that very tag before another of the same language, and never
  /// another language.
  public func variant(for tag: String) -> Variant? {
    let wanted = tag.lowercased()
    let language = Language(rawValue: tag)
    return variants.first { $0.tag.lowercased() == wanted }
      ?? variants.first { $0.language == language }
  }

  /// Why it may not be used at an instant and level; nil when it may.
  public func refusal(at now: Timestamp, level: Level, tag: String) -> Refusal? {
    if let expiresAt, now >= expiresAt { return .expired(expiresAt) }
    if approver == nil { return .unapproved }
    if level < self.level { return .level(needed: self.level) }
    return variant(for: tag) == nil ? .language(Language(rawValue: tag)) : nil
  }
}

/// The part of a desk over which a pause stands.
public enum PauseTarget: Hashable, Sendable {
  /// All of it.
  case desk
  /// What leaves by one account.
  case account(AccountID)
  /// What carries one tag, as the posts of a campaign do; written without `#`, case does not count.
  case tag(String)

  /// Whether something that leaves belongs to it.
  public func covers(_ content: Outgoing) -> Bool {
    switch self {
    case .desk: true
    case .account(let account): content.account == account
    case .tag(let tag): content.tag.map(PostTag.init) == PostTag(tag)
    }
  }

  /// 0 for the widest, 2 for the narrowest.
  var narrowness: Int {
    switch self {
    case .desk: 0
    case .account: 1
    case .tag: 2
    }
  }

  /// The account it names; nil when it names none.
  public var account: AccountID? { if case .account(let account) = self { account } else { nil } }

  /// The tag it names, in its common form; nil when it names none.
  public var tag: String? { if case .tag(let tag) = self { PostTag(tag).text } else { nil } }

  /// Makes the target that `account` and `tag` name; both empty mean all of the desk.
  public init(account: String, tag: String) {
    if !account.isEmpty {
      self = .account(AccountID(account))
    } else {
      self = tag.isEmpty ? .desk : .tag(PostTag(tag).text)
    }
  }
}

extension PauseTarget: Codable, CustomStringConvertible {
  /// `desk`, `account main` or `tag spring`.
  public var description: String {
    switch self {
    case .desk: "desk"
    case .account(let account): "account \(account)"
    case .tag(let tag): "tag \(PostTag(tag).text)"
    }
  }

  /// Reads what `description` writes.
  /// - Throws: `DecodingError` for anything else.
  public init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    if text == "desk" {
      self = .desk
    } else if text.hasPrefix("account ") {
      self = .account(AccountID(String(text.dropFirst(8))))
    } else if text.hasPrefix("tag ") {
      self = .tag(String(text.dropFirst(4)))
    } else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "no pause target: \(text)"))
    }
  }

  /// Writes `description`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

/// A word that posts of one campaign share.
public struct PostTag: Hashable, Sendable {
  /// The word without `#`, blanks around it and capitals; empty when there was nothing else.
  public let text: String

  /// Reads a tag as a person types it.
  public init(_ typed: String) {
    var rest = typed[...]
    while let first = rest.first, first == "#" || first.isWhitespace { rest.removeFirst() }
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    text = rest.lowercased()
  }

  /// A tag as it is stored; nil when nothing was typed.
  public static func stored(_ typed: String?) -> String? {
    let text = typed.map { PostTag($0).text } ?? ""
    return text.isEmpty ? nil : text
  }
}

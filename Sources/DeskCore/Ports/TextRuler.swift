/// How a platform counts the length of a text.
public struct TextRuler: Hashable, Codable, Sendable {
  /// The longest text in this count.
  public let limit: Int
  /// What every link counts, whatever its length; nil when it counts as written.
  public let linkLength: Int?
  /// Whether `@user@host` counts as `@user`.
  public let foldsRemoteHandles: Bool

  /// Makes a ruler that counts grapheme clusters.
  public init(limit: Int, linkLength: Int? = nil, foldsRemoteHandles: Bool = false) {
    self.limit = limit
    self.linkLength = linkLength
    self.foldsRemoteHandles = foldsRemoteHandles
  }

  /// Mastodon's rule: 500 grapheme clusters, a link counts 23, a remote handle without its host.
  public static let mastodon = TextRuler(limit: 500, linkLength: 23, foldsRemoteHandles: true)

  /// The length of `text`.
  public func count(_ text: String) -> Int {
    var total = 0
    var rest = text[...]
    while !rest.isEmpty {
      let token = rest.prefix { !$0.isWhitespace }
      total += length(ofToken: token)
      rest = rest[token.endIndex...]
      let space = rest.prefix { $0.isWhitespace }
      total += space.count
      rest = rest[space.endIndex...]
    }
    return total
  }

  private func length(ofToken token: Substring) -> Int {
    if let linkLength, let start = linkStart(in: token) {
      return token[..<start].count + linkLength
    }
    if foldsRemoteHandles, token.hasPrefix("@") {
      let handle = token.dropFirst()
      if let host = handle.firstIndex(of: "@"), host != handle.startIndex {
        let tail = handle[host...].dropFirst().drop {
          $0.isLetter || $0.isNumber || ".-".contains($0)
        }
        return 1 + handle[..<host].count + tail.count
      }
    }
    return token.count
  }

  private func linkStart(in token: Substring) -> Substring.Index? {
    for scheme in ["https://", "http://"] where token.utf8.count > scheme.utf8.count {
      var index = token.startIndex
      while index < token.endIndex {
        if token[index...].hasPrefix(scheme) { return index }
        index = token.index(after: index)
      }
    }
    return nil
  }
}

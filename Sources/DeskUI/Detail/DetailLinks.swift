/// The addresses in a text that a person may want to open.
enum DetailLinks {
  /// One address.
  struct Link: Hashable, Sendable {
    /// As written.
    let address: String
    /// The part that says whose server answers, shown apart because an address can mislead.
    let host: String
  }

  /// The http and https addresses in order, each once, at most 20.
  static func found(in text: String) -> [Link] {
    var links: [Link] = []
    for word in text.split(whereSeparator: \.isWhitespace) {
      guard let start = start(of: word), links.count < 20 else { continue }
      let address = trimmed(word[start...])
      guard let host = host(of: address), !links.contains(where: { $0.address == address }) else {
        continue
      }
      links.append(Link(address: String(address), host: host))
    }
    return links
  }

  private static func start(of word: Substring) -> Substring.Index? {
    guard word.contains("://") else { return nil }
    return word.indices.first {
      word[$0] == "h" && (word[$0...].hasPrefix("https://") || word[$0...].hasPrefix("http://"))
    }
  }

  private static func trimmed(_ word: Substring) -> Substring {
    var rest = word
    while let last = rest.last, ".,;:!?)]}>\"'»”".contains(last) { rest.removeLast() }
    return rest
  }

  private static func host(of address: Substring) -> String? {
    let schemeEnd = address.hasPrefix("https://") ? 8 : 7
    let authority = address.dropFirst(schemeEnd).prefix { !"/?#\\".contains($0) }
    // What stands before the last @ is a name to log in with and says nothing of the server.
    let host = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
    return host.isEmpty ? nil : String(host)
  }
}

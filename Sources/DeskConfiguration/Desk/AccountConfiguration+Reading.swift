import DeskCore
import FoundationEssentials

extension AccountConfiguration {
  /// Reads every `[[account]]`; leaves out those with mistakes, which the reader remembers.
  static func read(_ reader: inout SectionReader) -> [AccountConfiguration] {
    var accounts: [AccountConfiguration] = []
    for var section in reader.sections("account") {
      if let account = account(&section) {
        if accounts.contains(where: { $0.id == account.id }) {
          section.note("id", .twice(key: "id", value: account.id.rawValue))
        }
        accounts.append(account)
      }
      section.finish()
      reader.absorb(section)
    }
    return accounts
  }

  private static func account(_ section: inout SectionReader) -> AccountConfiguration? {
    let id = required(
      "id", "a short name of letters, digits, - and _", in: &section, where: isName)
    let platform = required("platform", "\"mastodon\"", in: &section) { $0 == "mastodon" }
    let address = required(
      "base_url", "https://… (http:// only to this machine)", in: &section, where: isAddress)
    let handle = section.string("handle", expected: "a handle") { !$0.isEmpty }
    let token = TokenSource.read(&section)
    let words = section.strings("watch_words")
    let hashtags = section.strings("watch_hashtags").map {
      $0.hasPrefix("#") ? String($0.dropFirst()) : $0
    }
    let proxy = section.string("proxy", expected: "http://host:port", where: isProxy)
    let certificates = section.string("ca_file", expected: "a file name") { !$0.isEmpty }
    let spacing = section.string("spacing", expected: "a length such as \"10m\" or \"2h\"") {
      span($0) != nil
    }
    guard let id, let platform, let address, let token else { return nil }
    return AccountConfiguration(
      id: AccountID(id), platform: Platform(rawValue: platform), baseURL: trimmed(address),
      handle: handle.map { $0.hasPrefix("@") ? String($0.dropFirst()) : $0 }, token: token,
      watchWords: words, watchHashtags: hashtags, proxy: proxy, certificates: certificates,
      spacing: spacing.flatMap(span))
  }

  /// `10m` or `2h`, at least a minute and at most a week; nil for anything else.
  private static func span(_ text: String) -> Span? {
    guard let number = Int64(text.dropLast()), (1...10_080).contains(number) else { return nil }
    switch text.last {
    case "m": return .minutes(number)
    case "h": return number <= 168 ? .hours(number) : nil
    default: return nil
    }
  }

  private static func required(
    _ key: String, _ expected: String, in section: inout SectionReader,
    where isValid: (String) -> Bool
  ) -> String? {
    if section.node(key) == nil { section.note(key, .missing(key, expected: expected)) }
    return section.string(key, expected: expected, where: isValid)
  }

  private static func trimmed(_ address: String) -> String {
    address.hasSuffix("/") ? trimmed(String(address.dropLast())) : address
  }

  private static func isName(_ text: String) -> Bool {
    (1...32).contains(text.count)
      && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
  }

  /// A token must not cross a network in the clear, so plain http is for this machine only.
  private static func isAddress(_ text: String) -> Bool {
    guard let url = URL(string: text), let host = url.host(), !host.isEmpty, url.user() == nil,
      url.query() == nil, url.fragment() == nil
    else { return false }
    let isHere = host == "localhost" || host.hasPrefix("127.") || host == "::1" || host == "[::1]"
    return url.scheme == "https" || (url.scheme == "http" && isHere)
  }

  private static func isProxy(_ text: String) -> Bool {
    guard let url = URL(string: text), let host = url.host() else { return false }
    return !host.isEmpty && url.scheme == "http" && url.port != nil
  }
}

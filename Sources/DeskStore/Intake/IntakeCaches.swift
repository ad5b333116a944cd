/// Numbers of names that intake met, so that mentions need no look-up for them.
///
/// Holds only what was committed: whoever rolls back must empty it.
struct IntakeCaches: Sendable {
  /// The most names of one kind kept; languages come from outside and may be anything.
  private static let limit = 1_000

  private var accounts: [String: Int64] = [:]
  private var platforms: [String: Int64] = [:]
  private var languages: [String: Int64] = [:]

  /// What has names with numbers.
  enum Kind: String {
    case account, platform, language
  }

  /// The number of a name; nil when it is not remembered.
  func number(of name: String, _ kind: Kind) -> Int64? {
    switch kind {
    case .account: accounts[name]
    case .platform: platforms[name]
    case .language: languages[name]
    }
  }

  /// Remembers a number.
  mutating func remember(_ id: Int64, of name: String, _ kind: Kind) {
    switch kind {
    case .account: Self.put(id, name, in: &accounts)
    case .platform: Self.put(id, name, in: &platforms)
    case .language: Self.put(id, name, in: &languages)
    }
  }

  /// Forgets everything, because a transaction was rolled back.
  mutating func forget() { self = IntakeCaches() }

  private static func put(_ id: Int64, _ name: String, in names: inout [String: Int64]) {
    if names.count >= limit { names.removeAll(keepingCapacity: true) }
    names[name] = id
  }
}

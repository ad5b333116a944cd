public import DeskCore

/// What each account of the desk can do, as the commands need to know it before anything is sent.
public struct AccountBook: Sendable {
  /// What is known of one account.
  public struct Entry: Hashable, Sendable {
    /// The account.
    public var account: Account
    /// What it may do.
    public var capabilities: Capabilities
    /// How it counts the length of a text.
    public var ruler: TextRuler
    /// Why it may not do the rest, in words; empty when there is nothing to say.
    public var limits: String

    /// Makes an entry.
    public init(
      account: Account, capabilities: Capabilities, ruler: TextRuler, limits: String = ""
    ) {
      self.account = account
      self.capabilities = capabilities
      self.ruler = ruler
      self.limits = limits
    }
  }

  /// The entries by account.
  public var entries: [AccountID: Entry]

  /// Makes a book of entries; of two for one account the later stays.
  public init(_ entries: [Entry] = []) {
    self.entries = Dictionary(entries.map { ($0.account.id, $0) }) { $1 }
  }

  /// Makes a book of what connectors say they can do at best.
  public init(connectors: [any Connector]) {
    self.init(
      connectors.map {
        Entry(account: $0.account, capabilities: $0.capabilities, ruler: $0.ruler)
      })
  }

  /// Narrows an entry to what the server said the token may do; an unknown account is added.
  public mutating func learn(_ probe: Probe) {
    let old = entries[probe.account.id]?.ruler
    entries[probe.account.id] = Entry(
      account: probe.account, capabilities: probe.capabilities,
      ruler: TextRuler(
        limit: probe.textLimit, linkLength: old?.linkLength,
        foldsRemoteHandles: old?.foldsRemoteHandles ?? false),
      limits: probe.limits.joined(separator: " "))
  }

  /// The entry of an account that has `capability`.
  /// - Throws: `Refusal.unable` with the reason.
  func entry(
    for account: AccountID, able capability: Capabilities, to what: String
  ) throws -> Entry {
    guard let entry = entries[account] else {
      throw Refusal.unable(account, why: "\(account) only brings mentions in; it cannot \(what)")
    }
    guard entry.capabilities.contains(capability) else {
      let why = entry.limits.isEmpty ? "\(account) cannot \(what)" : entry.limits
      throw Refusal.unable(account, why: why)
    }
    return entry
  }
}

extension AccountBook {
  /// Why the desk would refuse a post whenever it were to leave; nil when it would not.
  public func refusal(of post: PlannedPost) -> Refusal? {
    do {
      let entry = try entry(for: post.account, able: .post, to: "post")
      guard post.text.contains(where: { !$0.isWhitespace }) else { return .emptyText }
      let count = entry.ruler.count(post.text)
      return count <= entry.ruler.limit ? nil : .tooLong(count: count, limit: entry.ruler.limit)
    } catch {
      return error as? Refusal
    }
  }
}

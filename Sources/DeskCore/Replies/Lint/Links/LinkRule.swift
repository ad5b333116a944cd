/// Links may lead to allowed hosts only, and a host must not imitate one of them.
enum LinkRule {
  static func findings(in text: LintText, context: LintContext) -> [Finding] {
    let allowed = context.allowedHosts.compactMap { Allowed($0) }
    return LinkFinder.links(in: text).compactMap { link in
      reason(against: link.host, allowed: allowed).map {
        Finding(
          range: text.utf8(of: link.scalars), rule: .link, severity: .warning, reason: $0)
      }
    }
  }

  /// One allowed host.
  private struct Allowed {
    /// Its name as scalars.
    let name: [UInt32]
    /// Whether `*.` stood before it, so that only the hosts below it are meant.
    let isBelowOnly: Bool

    init?(_ host: String) {
      isBelowOnly = host.hasPrefix("*.")
      let name = isBelowOnly ? host.dropFirst(2) : host[...]
      self.name = HostName.scalars(of: name.unicodeScalars.map { HostName.lowered($0.value) })
      if self.name.isEmpty { return nil }
    }
  }

  private static func reason(against host: [UInt32], allowed: [Allowed]) -> LintReason? {
    let name = HostName.scalars(of: host)
    // An allowed host below which ours lies, or which it is.
    let isAllowed = allowed.contains {
      isSame(name, orBelow: $0.name) && (!$0.isBelowOnly || name.count > $0.name.count)
    }
    if isAllowed { return nil }
    if HostName.mixesScripts(host) { return .lookalikeHost }
    let looks = HostName.skeleton(name)
    // A host that stands on the list with other rights is elsewhere, and imitates nobody.
    let imitates = allowed.contains {
      !isSame(name, orBelow: $0.name) && isSame(looks, orBelow: HostName.skeleton($0.name))
    }
    return imitates ? .lookalikeHost : .unknownHost
  }

  private static func isSame(_ host: [UInt32], orBelow allowed: [UInt32]) -> Bool {
    guard host.count >= allowed.count, host.suffix(allowed.count).elementsEqual(allowed) else {
      return false
    }
    return host.count == allowed.count || host[host.count - allowed.count - 1] == 0x2E
  }
}

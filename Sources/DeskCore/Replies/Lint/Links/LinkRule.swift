/// Links may lead to allowed hosts only, and a host must not imitate one of them.
enum LinkRule {
  static func findings(in text: LintText, context: LintContext) -> [Finding] {
    let allowed = context.allowedHosts.map { host in
      HostName.scalars(of: host.unicodeScalars.map { HostName.lowered($0.value) })
    }.filter { !$0.isEmpty }
    return LinkFinder.links(in: text).compactMap { link in
      reason(against: link.host, allowed: allowed).map {
        Finding(
          range: text.utf8(of: link.scalars), rule: .link, severity: .warning, reason: $0)
      }
    }
  }

  private static func reason(against host: [UInt32], allowed: [[UInt32]]) -> LintReason? {
    let name = HostName.scalars(of: host)
    // An allowed host below which ours lies, or which it is.
    if allowed.contains(where: { isSame(name, orBelow: $0) }) { return nil }
    if HostName.mixesScripts(host) { return .lookalikeHost }
    let looks = HostName.skeleton(name)
    let imitates = allowed.contains { isSame(looks, orBelow: HostName.skeleton($0)) }
    return imitates ? .lookalikeHost : .unknownHost
  }

  private static func isSame(_ host: [UInt32], orBelow allowed: [UInt32]) -> Bool {
    guard host.count >= allowed.count, host.suffix(allowed.count).elementsEqual(allowed) else {
      return false
    }
    return host.count == allowed.count || host[host.count - allowed.count - 1] == 0x2E
  }
}

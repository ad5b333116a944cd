/// One link of a text.
struct FoundLink {
  /// Where it stands, in scalars.
  var scalars: Range<Int>
  /// The host as written, in lower case, without user, port and final dot; empty when there is none.
  var host: [UInt32]
}

/// Finds links: with a scheme, with `www.`, and bare hosts such as `brand.example/help`.
struct LinkFinder {
  private let scalars: [UInt32]

  static func links(in text: LintText) -> [FoundLink] {
    LinkFinder(scalars: text.scalars).links()
  }

  private init(scalars: [UInt32]) { self.scalars = scalars }

  private func links() -> [FoundLink] {
    var found: [FoundLink] = []
    var index = 0
    while index < scalars.count {
      if LintLetters.isSpace(scalars[index]) {
        index += 1
        continue
      }
      var end = index
      while end < scalars.count, !LintLetters.isSpace(scalars[end]) { end += 1 }
      if let link = link(in: index..<end) { found.append(link) }
      index = end
    }
    return found
  }

  /// The link in a run of signs without spaces; at most one is looked for.
  private func link(in token: Range<Int>) -> FoundLink? {
    if let start = schemeEnd(in: token) {
      return FoundLink(
        scalars: schemeStart(before: start, in: token)..<trimmed(token).upperBound,
        host: host(from: start, to: token.upperBound))
    }
    let inner = trimmed(token)
    guard !inner.isEmpty, !scalars[inner].contains(where: { $0 == 0x40 || $0 == 0xFF20 }) else {
      return nil
    }
    let host = host(from: inner.lowerBound, to: inner.upperBound)
    let after = inner.lowerBound + hostLength(from: inner.lowerBound, to: inner.upperBound)
    let hasPath = after < inner.upperBound && scalars[after] == 0x2F
    guard HostShape(host, written: scalars[inner.lowerBound..<after]).isHost(hasPath: hasPath)
    else { return nil }
    return FoundLink(scalars: inner, host: host)
  }

  /// The place after `://`, and slashes typed the wrong way round, as browsers take them.
  private func schemeEnd(in token: Range<Int>) -> Int? {
    guard token.count > 3 else { return nil }
    for index in token.dropLast(2)
    where scalars[index] == 0x3A && isSlash(scalars[index + 1]) && isSlash(scalars[index + 2]) {
      return index + 3
    }
    return nil
  }

  private func schemeStart(before end: Int, in token: Range<Int>) -> Int {
    var start = end - 3
    while start > token.lowerBound, (0x61...0x7A).contains(scalars[start - 1] | 0x20) { start -= 1 }
    return start
  }

  private func isSlash(_ scalar: UInt32) -> Bool { scalar == 0x2F || scalar == 0x5C }

  /// The token without brackets, quotes and the marks of the sentence around it.
  private func trimmed(_ token: Range<Int>) -> Range<Int> {
    var (start, end) = (token.lowerBound, token.upperBound)
    while start < end, !LintLetters.isWordLike(scalars[start]), scalars[start] != 0x40 {
      start += 1
    }
    while end > start, !LintLetters.isWordLike(scalars[end - 1]), scalars[end - 1] != 0x2F {
      end -= 1
    }
    return start..<end
  }

  private func hostLength(from start: Int, to end: Int) -> Int {
    var index = start
    while index < end, isHostSign(scalars[index]) { index += 1 }
    return index - start
  }

  private func host(from start: Int, to end: Int) -> [UInt32] {
    var start = start
    // What stands before an @ is a name and a password, and hides the host.
    let stop = (start..<end).first { isSlash(scalars[$0]) || [0x3F, 0x23].contains(scalars[$0]) }
    if let at = (start..<(stop ?? end)).last(where: { scalars[$0] == 0x40 }) { start = at + 1 }
    let length = hostLength(from: start, to: stop ?? end)
    var host = scalars[start..<start + length].map(HostName.lowered)
    while host.last == 0x2E || host.last == 0x2D { host.removeLast() }
    return host
  }

  private func isHostSign(_ scalar: UInt32) -> Bool {
    scalar == 0x2D || scalar == 0x5F || HostName.isDot(scalar)
      || LintLetters.folded(scalar) == FoldTable.skipped || LintLetters.isWordLike(scalar)
      || scalar >= 0x590
  }
}

/// Finds where lines end, in one pass over the clusters of a text.
struct LineWrapper {
  private let limit: Int
  private var lines: [Range<Int>] = []
  private var lineStart = 0
  private var width = 0
  /// Where the line may end, where the next then starts, and the width up to there.
  private var chance: (end: Int, next: Int, width: Int)?
  private var before: Cluster?

  init(limit: Int) {
    self.limit = limit
  }

  mutating func take(_ cluster: Cluster, from start: Int, to end: Int) {
    defer { before = cluster }
    if cluster.isLineBreak {
      lines.append(lineStart..<visibleEnd(start))
      begin(at: end, width: 0)
      return
    }
    if cluster.isSpace {
      // Spaces hang over the edge: a line never ends or starts with the one it was broken at.
      let wordEnd = before?.isSpace == true ? chance?.end ?? start : start
      width += Int(cluster.width)
      chance = (wordEnd, end, width)
      return
    }
    if start > lineStart, mayBreak(before: cluster) { chance = (start, start, width) }
    breakLine(at: start, toFit: Int(cluster.width))
    width += Int(cluster.width)
  }

  mutating func finish(at end: Int) -> [Range<Int>] {
    lines.append(lineStart..<visibleEnd(end))
    return lines
  }

  /// The end of a line without the spaces that hang over the edge.
  private func visibleEnd(_ end: Int) -> Int {
    guard width > limit, let chance, before?.isSpace == true else { return end }
    return chance.end
  }

  private mutating func breakLine(at start: Int, toFit more: Int) {
    if width + more > limit, let chance, chance.end > lineStart {
      lines.append(lineStart..<chance.end)
      begin(at: chance.next, width: width - chance.width)
    }
    // A word that alone is wider than the line is cut at its cells.
    if width + more > limit, start > lineStart {
      lines.append(lineStart..<start)
      begin(at: start, width: 0)
    }
  }

  private mutating func begin(at start: Int, width: Int) {
    lineStart = start
    self.width = width
    chance = nil
  }

  /// Scripts without spaces may be broken between any two wide cells, except before a closing mark.
  private func mayBreak(before cluster: Cluster) -> Bool {
    guard let before, before.width == 2 || cluster.width == 2 else { return false }
    if before.isSpace || before.isLineBreak { return false }
    return !Self.closing.contains(cluster.base)
  }

  private static let closing: Set<UInt32> = [
    0x21, 0x29, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F, 0x3001, 0x3002, 0x300B, 0x300D, 0x300F, 0x3011,
    0x30FC, 0xFF01, 0xFF09, 0xFF0C, 0xFF0E, 0xFF1A, 0xFF1B, 0xFF1F,
  ]
}

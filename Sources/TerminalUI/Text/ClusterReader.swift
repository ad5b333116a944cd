/// Walks text scalar by scalar and says what each cell shows.
///
/// This is the one place that decides what of a text reaches a screen, and in which order:
/// measuring, wrapping, cutting and drawing all read through it. Scalars and not `Character`s are
/// walked, because a `Character` may hold several letters that each need a cell. Text that runs
/// from right to left stays in the order it was written in.
struct ClusterReader {
  /// The byte after the last cluster that was read.
  private(set) var offset: Int
  private let table = ScalarTable.shared

  init(offset: Int = 0) {
    self.offset = offset
  }

  /// The next cluster of the text's UTF-8 bytes; nil at their end.
  mutating func next(in bytes: Span<UInt8>) -> Cluster? {
    while offset < bytes.count {
      let (scalar, length) = Self.decode(bytes, at: offset)
      offset += length
      if scalar >= 0x20, scalar < 0x7F {
        return finish(Cluster(base: scalar), in: bytes)
      }
      if let cluster = start(scalar, in: bytes) { return cluster }
    }
    return nil
  }

  private mutating func start(_ scalar: UInt32, in bytes: Span<UInt8>) -> Cluster? {
    switch table[scalar] {
    case .narrow: return finish(Cluster(base: scalar), in: bytes)
    case .wide, .skinTone: return finish(Cluster(base: scalar, width: 2), in: bytes)
    case .regional: return finish(Cluster(base: scalar - 0x1F1E6 + 0x41), in: bytes)
    case .unknown: return finish(Cluster(base: 0x25A1), in: bytes)
    case .control:
      return finish(Cluster(base: scalar == 0x7F ? 0x2421 : 0x2400 + scalar), in: bytes)
    case .replaced: return finish(Cluster(base: 0xFFFD), in: bytes)
    case .tab: return finish(Cluster(base: 0x20), in: bytes)
    case .lineBreak:
      if scalar == 0x0D, offset < bytes.count, bytes[offset] == 0x0A { offset += 1 }
      return Cluster(base: Cluster.lineBreak)
    case .mark:
      var cluster = Cluster(base: 0x25CC)
      cluster.marks[0] = scalar
      cluster.markCount = 1
      return finish(cluster, in: bytes)
    case .hidden, .joiner: return nil
    }
  }

  /// Takes in what follows a base and has no cell of its own.
  private mutating func finish(_ start: Cluster, in bytes: Span<UInt8>) -> Cluster {
    var cluster = start
    var joined = false
    while offset < bytes.count, bytes[offset] >= 0x80 {
      let (scalar, length) = Self.decode(bytes, at: offset)
      switch table[scalar] {
      case .mark:
        // Marks of a joined emoji that is not shown have no base either.
        if cluster.markCount < 4 {
          cluster.marks[Int(cluster.markCount)] = scalar
          cluster.markCount += 1
        }
      case .hidden: break
      case .joiner:
        joined = isPictographic(cluster.base)
        offset += length
        continue
      case .skinTone where isPictographic(cluster.base): break
      default:
        guard joined, isPictographic(scalar) else { return cluster }
      }
      if !isSelector(scalar) { joined = false }
      offset += length
    }
    return cluster
  }

  private func isSelector(_ scalar: UInt32) -> Bool { scalar == 0xFE0E || scalar == 0xFE0F }

  /// Decodes one scalar; the bytes come from a `String` and so are valid UTF-8.
  @inline(__always)
  static func decode(_ bytes: Span<UInt8>, at offset: Int) -> (scalar: UInt32, length: Int) {
    let first = UInt32(bytes[offset])
    if first < 0x80 { return (first, 1) }
    let second = UInt32(bytes[offset + 1] & 0x3F)
    if first < 0xE0 { return ((first & 0x1F) << 6 | second, 2) }
    let third = UInt32(bytes[offset + 2] & 0x3F)
    if first < 0xF0 { return ((first & 0x0F) << 12 | second << 6 | third, 3) }
    let fourth = UInt32(bytes[offset + 3] & 0x3F)
    return ((first & 0x07) << 18 | second << 12 | third << 6 | fourth, 4)
  }
}

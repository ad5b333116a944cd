/// What a text is compared by: keys that find candidates, and a sketch that measures them.
struct ClusterText: Hashable, Sendable {
  /// Near-identical texts share at least one (``TextFingerprint``).
  let keys: [UInt64]
  /// The least hashes of its pairs of words, at most 32, in order; empty for a short text, which is
  /// compared as a whole.
  let sketch: [UInt64]

  static let sketchSize = 32

  /// Nil for a text that says too little to be told from others: fewer than four words, or fewer
  /// than sixteen letters. "Same!" is not one opinion of many people.
  init?(_ text: String) {
    let spaced = Self.spaced(text)
    let terms = TextTerm.terms(of: spaced)
    let letters = terms.reduce(0) { $0 + $1.surface.unicodeScalars.count }
    let isDense = spaced.utf8.count > text.utf8.count
    guard terms.count >= 4, letters >= (isDense ? 6 : 16) else { return nil }
    keys = TextFingerprint(spaced).keys
    guard terms.count >= 5 else {
      sketch = []
      return
    }
    let pairs = zip(terms, terms.dropFirst()).map { TextTerm.mixed($0.hash ^ ($1.hash &* 3)) }
    sketch = Array(Set(pairs).sorted().prefix(Self.sketchSize))
  }

  /// The share of pairs that two texts have in common, 0...1, estimated from the sketches (bottom-k,
  /// Cohen and Kaplan 2007).
  func likeness(to other: ClusterText) -> Double {
    guard !sketch.isEmpty, !other.sketch.isEmpty else { return keys == other.keys ? 1 : 0 }
    var (here, there, seen, shared) = (0, 0, 0, 0)
    while seen < Self.sketchSize, here < sketch.count || there < other.sketch.count {
      let mine = here < sketch.count ? sketch[here] : .max
      let theirs = there < other.sketch.count ? other.sketch[there] : .max
      if mine == theirs { shared += 1 }
      if mine <= theirs { here += 1 }
      if theirs <= mine { there += 1 }
      seen += 1
    }
    return Double(shared) / Double(max(seen, 1))
  }

  /// Scripts without spaces are cut into signs, so that they have words to compare.
  private static func spaced(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { isDense($0.value) }) else { return text }
    var spaced = String.UnicodeScalarView()
    for scalar in text.unicodeScalars.prefix(1000) {
      if isDense(scalar.value) { spaced.append(" ") }
      spaced.append(scalar)
      if isDense(scalar.value) { spaced.append(" ") }
    }
    return String(spaced)
  }

  private static func isDense(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xE00..<0xF00, 0x1000..<0x10A0, 0x1780..<0x1800, 0x3040..<0x3100, 0x3400..<0xA000,
      0xF900..<0xFB00, 0x20000..<0x32000:
      true
    default: false
    }
  }
}

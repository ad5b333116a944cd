/// All lexicons in one open-addressed table from the rolling hash of folded letters to marks.
///
/// One look-up answers for every language, so a text is walked once, before its language is known.
struct LexiconTable: Sendable {
  static let shared = LexiconTable(sources: LexiconSource.all, fold: .shared)

  /// Lines of the sources that could not be understood; empty in a sound build.
  let problems: [String]
  /// How many different words and stems each lane knows.
  let counts: [Int]

  private var keys: [UInt64]
  private var exact: [PerLane<UInt32>]
  private var stems: [PerLane<UInt32>]
  private let shift: UInt64
  /// One bit for some of the keys: most prefixes of most words are no key, and this knows it fast.
  private var filter = [UInt64](repeating: 0, count: 2048)
  /// The same for stems alone, which are all that the inside of a word is asked for.
  private var stemFilter = [UInt64](repeating: 0, count: 2048)

  static let seed: UInt64 = 0x9E37_79B9_7F4A_7C15
  /// Stands between the two words of an expression.
  static let joint: UInt16 = 0x5F

  init(sources: [LexiconSource], fold: FoldTable) {
    let parsed = sources.map { LexiconParser.parse($0) }
    let total = parsed.reduce(0) { $0 + $1.words.count }
    var bits: UInt64 = 10
    while (1 << bits) < total * 4 { bits += 1 }
    shift = 64 - bits
    keys = Array(repeating: 0, count: 1 << bits)
    exact = Array(repeating: .zero, count: 1 << bits)
    stems = exact
    problems = parsed.flatMap(\.problems)
    var counts = [Int](repeating: 0, count: Lane.allCases.count)
    for (source, words) in zip(sources, parsed) {
      for lane in source.lanes { counts[lane.rawValue] += words.words.count }
    }
    self.counts = counts
    for (source, list) in zip(sources, parsed) {
      for word in list.words { insert(word, lanes: source.lanes, fold: fold) }
    }
  }

  @inline(__always)
  static func mix(_ hash: UInt64, _ letter: UInt16) -> UInt64 {
    (hash ^ UInt64(letter)) &* 0x0100_0000_01B3 &+ (hash >> 29)
  }

  /// The place of a hash, or nil if no word or stem has it.
  @inline(__always)
  func slot(of hash: UInt64) -> Int? {
    let spread = hash &* Self.seed
    guard filter[Int(spread >> 53)] & (1 << (spread >> 47 & 63)) != 0 else { return nil }
    var slot = Int(spread >> shift)
    while true {
      let key = keys[slot]
      if key == hash { return slot }
      if key == 0 { return nil }
      slot = (slot + 1) & (keys.count - 1)
    }
  }

  /// Whether a hash may be that of a stem; wrong for one in many, and then a look-up tells.
  @inline(__always)
  func mayBeStem(_ hash: UInt64) -> Bool {
    let spread = hash &* Self.seed
    return stemFilter[Int(spread >> 53)] & (1 << (spread >> 47 & 63)) != 0
  }

  @inline(__always)
  func exactMarks(at slot: Int) -> PerLane<UInt32> { exact[slot] }

  @inline(__always)
  func stemMarks(at slot: Int) -> PerLane<UInt32> { stems[slot] }

  private mutating func insert(_ word: LexiconWord, lanes: [Lane], fold: FoldTable) {
    var hash = Self.seed
    for (index, part) in word.parts.enumerated() {
      if index > 0 {
        // The scanner tries expressions only after a word that is known to open one.
        let first = claimSlot(of: hash)
        for lane in lanes { exact[first][lane.rawValue] |= WordMark.opens }
        hash = Self.mix(hash, Self.joint)
      }
      let letters = fold.letters(of: part)
      for letter in letters { hash = Self.mix(hash, letter) }
      if letters.isEmpty, let symbol = part.unicodeScalars.first {
        hash = Self.symbolHash(symbol.value)
      }
    }
    let slot = claimSlot(of: hash)
    if word.isStem {
      let spread = hash &* Self.seed
      stemFilter[Int(spread >> 53)] |= 1 << (spread >> 47 & 63)
    }
    for lane in lanes {
      let old = WordMark(
        bits: word.isStem ? stems[slot][lane.rawValue] : exact[slot][lane.rawValue])
      var new = old.merged(with: word.mark)
      new.bits |= old.bits & WordMark.opens
      if word.isStem {
        stems[slot][lane.rawValue] = new.bits
      } else {
        exact[slot][lane.rawValue] = new.bits
      }
    }
  }

  /// The hash of an emoji or another symbol that is no letter.
  static func symbolHash(_ scalar: UInt32) -> UInt64 {
    UInt64(scalar) &* seed | 1
  }

  private mutating func claimSlot(of hash: UInt64) -> Int {
    if let slot = slot(of: hash) { return slot }
    var slot = Int((hash &* Self.seed) >> shift)
    while keys[slot] != 0 { slot = (slot + 1) & (keys.count - 1) }
    keys[slot] = hash
    let spread = hash &* Self.seed
    filter[Int(spread >> 53)] |= 1 << (spread >> 47 & 63)
    return slot
  }
}

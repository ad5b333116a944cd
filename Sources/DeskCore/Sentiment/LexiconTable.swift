/// All lexicons in one open-addressed table from the rolling hash of folded letters to marks.
///
/// One look-up answers for every language, so a text is walked once, before its language is known.
///
/// Unchecked, because a pointer is not Sendable by itself: the marks are filled before anybody sees
/// them, never written again, and live as long as the program.
struct LexiconTable: @unchecked Sendable {
  static let shared = LexiconTable(sources: LexiconSource.all, fold: .shared)

  /// Lines of the sources that could not be understood; empty in a sound build.
  let problems: [String]
  /// How many different words and stems each lane knows.
  let counts: [Int]

  /// Of each slot the upper 48 bits of a hash, and below them which entry it has; zero for none.
  private var slots: [UInt64]
  /// Two marks for each entry, that of the stem and that of the whole word, side by side.
  private var entries: [PerLane<UInt32>] = [.zero, .zero]
  /// The same, each entry in one line of memory.
  private var marks: UnsafePointer<PerLane<UInt32>>
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
    while (1 << bits) < total * 3 { bits += 1 }
    shift = 64 - bits
    slots = Array(repeating: 0, count: 1 << bits)
    problems = parsed.flatMap(\.problems)
    marks = UnsafePointer(Self.lines(entries))
    var counts = [Int](repeating: 0, count: Lane.allCases.count)
    for (source, words) in zip(sources, parsed) {
      for lane in source.lanes { counts[lane.rawValue] += words.words.count }
    }
    self.counts = counts
    for (source, list) in zip(sources, parsed) {
      for word in list.words { insert(word, lanes: source.lanes, fold: fold) }
    }
    marks.deallocate()
    marks = UnsafePointer(Self.lines(entries))
    entries = []
  }

  private static func lines(
    _ entries: [PerLane<UInt32>]
  ) -> UnsafeMutablePointer<PerLane<UInt32>> {
    let size = MemoryLayout<PerLane<UInt32>>.stride * entries.count
    let memory = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 64)
    return memory.initializeMemory(
      as: PerLane<UInt32>.self, from: entries, count: entries.count)
  }

  @inline(__always)
  static func mix(_ hash: UInt64, _ letter: UInt16) -> UInt64 {
    (hash ^ UInt64(letter)) &* 0x0100_0000_01B3 &+ (hash >> 29)
  }

  /// The entry of a hash, or nil if no word or stem has it.
  @inline(__always)
  func slot(of hash: UInt64) -> Int? {
    let spread = hash &* Self.seed
    guard filter[Int(spread >> 53)] & (1 << (spread >> 47 & 63)) != 0 else { return nil }
    var slot = Int(spread >> shift)
    while true {
      let found = slots[slot]
      if found == 0 { return nil }
      if (found ^ hash) >> 16 == 0 { return Int(found & 0xFFFF) }
      slot = (slot + 1) & (slots.count - 1)
    }
  }

  /// Whether a hash may be that of a stem; wrong for one in many, and then a look-up tells.
  @inline(__always)
  func mayBeStem(_ hash: UInt64) -> Bool {
    let spread = hash &* Self.seed
    return stemFilter[Int(spread >> 53)] & (1 << (spread >> 47 & 63)) != 0
  }

  @inline(__always)
  func exactMarks(at entry: Int) -> PerLane<UInt32> { marks[entry &* 2 &+ 1] }

  @inline(__always)
  func stemMarks(at entry: Int) -> PerLane<UInt32> { marks[entry &* 2] }

  private mutating func insert(_ word: LexiconWord, lanes: [Lane], fold: FoldTable) {
    var hash = Self.seed
    for (index, part) in word.parts.enumerated() {
      if index > 0 {
        // The scanner tries expressions only after a word that is known to open one.
        let first = claimSlot(of: hash)
        for lane in lanes { entries[first * 2 + 1][lane.rawValue] |= WordMark.opens }
        hash = Self.mix(hash, Self.joint)
      }
      let letters = fold.letters(of: part)
      for letter in letters { hash = Self.mix(hash, letter) }
      if letters.isEmpty, let symbol = part.unicodeScalars.first {
        hash = Self.symbolHash(symbol.value)
      }
    }
    let entry = claimSlot(of: hash)
    let place = entry * 2 + (word.isStem ? 0 : 1)
    if word.isStem {
      let spread = hash &* Self.seed
      stemFilter[Int(spread >> 53)] |= 1 << (spread >> 47 & 63)
    }
    for lane in lanes {
      let old = WordMark(bits: entries[place][lane.rawValue])
      var new = old.merged(with: word.mark)
      new.bits |= old.bits & WordMark.opens
      entries[place][lane.rawValue] = new.bits
    }
  }

  /// The hash of an emoji or another symbol that is no letter.
  static func symbolHash(_ scalar: UInt32) -> UInt64 {
    UInt64(scalar) &* seed | 1
  }

  private mutating func claimSlot(of hash: UInt64) -> Int {
    if let entry = slot(of: hash) { return entry }
    let spread = hash &* Self.seed
    var slot = Int(spread >> shift)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    let entry = entries.count / 2
    precondition(entry <= 0xFFFF, "the lexicons have more words than a slot can name")
    slots[slot] = hash & ~0xFFFF | UInt64(entry)
    entries += [.zero, .zero]
    filter[Int(spread >> 53)] |= 1 << (spread >> 47 & 63)
    return entry
  }
}

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

  /// Of each slot 20 bits of a hash, and below them which entry it has; zero for none. They are
  /// bits that the place of the slot does not follow from.
  private let slots: UnsafeMutablePointer<UInt32>
  /// Two marks for each entry, that of the stem and that of the whole word, side by side in one
  /// line of memory. Words that say the same share an entry, so that few lines are ever visited.
  private let marks: UnsafePointer<PerLane<UInt32>>
  private let shift: UInt64
  private var slotMask: Int { Int(UInt64.max >> shift) }
  /// One bit for some of the keys: most prefixes of most words are no key, and this knows it fast.
  private let filter = Self.zeros(2048, of: UInt64.self)
  /// The same for stems of one and two letters.
  private let stemFilter = Self.zeros(2048, of: UInt64.self)
  /// How long the longer stems are that begin with some three letters, a bit for each length.
  private let stemLengths = Self.zeros(4096, of: UInt32.self)

  static let seed: UInt64 = 0x9E37_79B9_7F4A_7C15
  /// Stands between the two words of an expression.
  static let joint: UInt16 = 0x5F
  /// The letters of a stem by which the longer ones are found.
  static let opening = 3
  /// What a slot can name.
  static let mostEntries = 1 << 12

  init(sources: [LexiconSource], fold: FoldTable) {
    let parsed = sources.map { LexiconParser.parse($0) }
    let total = parsed.reduce(0) { $0 + $1.words.count }
    var bits: UInt64 = 10
    while (1 << bits) < total * 3 { bits += 1 }
    shift = 64 - bits
    problems = parsed.flatMap(\.problems)
    var counts = [Int](repeating: 0, count: Lane.allCases.count)
    for (source, words) in zip(sources, parsed) {
      for lane in source.lanes { counts[lane.rawValue] += words.words.count }
    }
    self.counts = counts
    var builder = LexiconBuilder(most: total * 2)
    for (source, list) in zip(sources, parsed) {
      for word in list.words { builder.insert(word, lanes: source.lanes, fold: fold) }
    }
    slots = Self.zeros(1 << Int(bits), of: UInt32.self)
    let (lines, words) = builder.shared()
    marks = UnsafePointer(Self.lines(lines.flatMap { [$0.stem, $0.whole] }))
    fill(words, builder)
  }

  private func fill(_ words: [(hash: UInt64, entry: UInt32)], _ builder: LexiconBuilder) {
    for (hash, entry) in words {
      let spread = hash &* Self.seed
      var slot = Int(spread >> shift)
      while slots[slot] != 0 { slot = (slot + 1) & slotMask }
      slots[slot] = Self.tag(spread) | entry
      filter[Int(spread >> 53)] |= 1 << (spread >> 47 & 63)
    }
    for hash in builder.shortStems {
      let spread = hash &* Self.seed
      stemFilter[Int(spread >> 53)] |= 1 << (spread >> 47 & 63)
    }
    for (hash, lengths) in builder.longStems {
      stemLengths[Int((hash &* Self.seed) >> 52)] |= lengths
    }
  }

  private static func zeros<Word: FixedWidthInteger>(
    _ count: Int, of _: Word.Type
  ) -> UnsafeMutablePointer<Word> {
    let memory = UnsafeMutablePointer<Word>.allocate(capacity: count)
    memory.initialize(repeating: 0, count: count)
    return memory
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
    let tag = Self.tag(spread)
    while true {
      let found = slots[slot]
      if found == 0 { return nil }
      if (found ^ tag) >> 12 == 0 { return Int(found & 0xFFF) }
      slot = (slot + 1) & slotMask
    }
  }

  /// The bits below those that a slot's place is made of, as they stand in a slot.
  @inline(__always)
  private static func tag(_ spread: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: spread >> 16) & ~0xFFF
  }

  /// Whether a hash may be that of a stem; wrong for one in many, and then a look-up tells.
  @inline(__always)
  func mayBeStem(_ hash: UInt64) -> Bool {
    let spread = hash &* Self.seed
    return stemFilter[Int(spread >> 53)] & (1 << (spread >> 47 & 63)) != 0
  }

  /// The lengths of stems that may go on from the hash of three letters, a bit for each.
  @inline(__always)
  func stemLengths(_ hash: UInt64) -> UInt32 { stemLengths[Int((hash &* Self.seed) >> 52)] }

  @inline(__always)
  func exactMarks(at entry: Int) -> PerLane<UInt32> { marks[entry &* 2 &+ 1] }

  @inline(__always)
  func stemMarks(at entry: Int) -> PerLane<UInt32> { marks[entry &* 2] }

  /// The hash of an emoji or another symbol that is no letter.
  static func symbolHash(_ scalar: UInt32) -> UInt64 {
    UInt64(scalar) &* seed | 1
  }
}

/// What all lexicons say of one word: of it as a stem, and of it alone.
struct LexiconEntry: Equatable {
  var stem = PerLane<UInt32>.zero
  /// `opens` may stand alone here, for a word that is only the first of an expression.
  var whole = PerLane<UInt32>.zero

  /// A number that equal entries share.
  var digest: UInt64 {
    var digest = LexiconTable.seed
    for lane in 0..<Lane.allCases.count {
      digest = FeatureHash.mix(digest, UInt64(stem[lane]) << 32 | UInt64(whole[lane]))
    }
    return digest
  }
}

/// Places of numbers in the order in which they first came; asks for less than a dictionary does,
/// because a program waits for it at its start.
struct FirstPlaces {
  private var slots: [Int32]
  private(set) var keys: [UInt64] = []

  /// Room for no more than `most` numbers.
  init(most: Int) {
    var size = 16
    while size < most * 2 { size *= 2 }
    slots = Array(repeating: -1, count: size)
    keys.reserveCapacity(most)
  }

  /// The place of a number, which is `keys.count` before if it is new.
  mutating func place(of key: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: (key &* LexiconTable.seed) >> 40) & mask
    while slots[slot] >= 0 {
      if keys[Int(slots[slot])] == key { return Int(slots[slot]) }
      slot = (slot + 1) & mask
    }
    slots[slot] = Int32(keys.count)
    keys.append(key)
    return keys.count - 1
  }
}

/// Gathers the words of all lexicons before `LexiconTable` lays them out.
struct LexiconBuilder {
  private var words: FirstPlaces
  private var entries: [LexiconEntry] = []
  /// Hashes of stems of fewer than `LexiconTable.opening` letters.
  private(set) var shortStems: [UInt64] = []
  /// For the first letters of longer stems how long these are, a bit for each length.
  private(set) var longStems: [(hash: UInt64, lengths: UInt32)] = []

  /// Room for no more than `most` words, first words of expressions counted apart.
  init(most: Int) {
    words = FirstPlaces(most: most)
    entries.reserveCapacity(most)
  }

  mutating func insert(_ word: LexiconWord, lanes: [Lane], fold: FoldTable) {
    var hash = LexiconTable.seed
    var start = hash
    var letters: [UInt16] = []
    for (index, part) in word.parts.enumerated() {
      if index > 0 {
        // The scanner tries expressions only after a word that is known to open one.
        let first = entry(of: hash)
        for lane in lanes { entries[first].whole[lane.rawValue] |= WordMark.opens }
        hash = LexiconTable.mix(hash, LexiconTable.joint)
        start = hash
      }
      letters = fold.letters(of: part)
      for letter in letters { hash = LexiconTable.mix(hash, letter) }
      if letters.isEmpty, let symbol = part.unicodeScalars.first {
        hash = LexiconTable.symbolHash(symbol.value)
      }
    }
    if word.isStem { noteStem(letters, after: start) }
    let place = entry(of: hash)
    if word.isStem {
      Self.add(word.mark, lanes, to: &entries[place].stem)
    } else {
      Self.add(word.mark, lanes, to: &entries[place].whole)
    }
  }

  private static func add(_ mark: WordMark, _ lanes: [Lane], to marks: inout PerLane<UInt32>) {
    for lane in lanes {
      let old = WordMark(bits: marks[lane.rawValue])
      marks[lane.rawValue] = old.merged(with: mark).bits | old.bits & WordMark.opens
    }
  }

  private mutating func entry(of hash: UInt64) -> Int {
    let place = words.place(of: hash)
    if place == entries.count { entries.append(LexiconEntry()) }
    return place
  }

  /// Notes how long a stem is; of an expression it is that of the second word.
  private mutating func noteStem(_ letters: [UInt16], after start: UInt64) {
    var hash = start
    for letter in letters.prefix(LexiconTable.opening) { hash = LexiconTable.mix(hash, letter) }
    if letters.count < LexiconTable.opening {
      shortStems.append(hash)
    } else {
      precondition(letters.count < UInt32.bitWidth, "a stem has fewer letters than a mask has bits")
      longStems.append((hash, 1 << UInt32(letters.count)))
    }
  }

  /// The entries, each once and an empty one first, and for every word which of them is its own.
  func shared() -> (lines: [LexiconEntry], words: [(hash: UInt64, entry: UInt32)]) {
    var digests = FirstPlaces(most: entries.count + 1)
    _ = digests.place(of: LexiconEntry().digest)
    var lines = [LexiconEntry()]
    let places = zip(words.keys, entries).map { hash, entry in
      let place = digests.place(of: entry.digest)
      if place == lines.count { lines.append(entry) }
      precondition(lines[place] == entry, "two entries have one digest")
      return (hash: hash, entry: UInt32(place))
    }
    precondition(lines.count <= LexiconTable.mostEntries, "the lexicons say too many things")
    return (lines, places)
  }
}

/// The folded letters of the word under the scanner, long words cut at the capacity.
struct WordBuffer {
  static let capacity = 40

  private(set) var letters = InlineArray<40, UInt16>(repeating: 0)
  private(set) var count = 0
  private(set) var start = 0
  private(set) var upper = 0
  private(set) var total = 0
  private(set) var isElongated = false
  private(set) var hasApostrophe = false
  private(set) var lastWasUpper = false

  var isEmpty: Bool { count == 0 }
  /// Written in capitals throughout, and long enough not to be an initial.
  var isShouted: Bool { upper >= 3 && upper == total }

  @inline(__always)
  mutating func append(_ letter: UInt16, isUpper: Bool, at offset: Int) {
    if count == 0 { start = offset }
    total += 1
    if isUpper { upper += 1 }
    lastWasUpper = isUpper
    if letter == FoldTable.apostrophe { hasApostrophe = true }
    if count >= 2, letters[count - 1] == letter, letters[count - 2] == letter {
      isElongated = true
      return
    }
    guard count < Self.capacity else { return }
    letters[count] = letter
    count += 1
  }

  mutating func trimApostrophes() {
    while count > 0, letters[count - 1] == FoldTable.apostrophe { count -= 1 }
  }

  /// Drops the second of each pair, for words drawn out as in `sooo`; true if anything was dropped.
  mutating func squeeze() -> Bool {
    var kept = 0
    for index in 0..<count where kept == 0 || letters[kept - 1] != letters[index] {
      letters[kept] = letters[index]
      kept += 1
    }
    defer { count = kept }
    return kept < count
  }

  @inline(__always)
  mutating func clear() {
    count = 0
    upper = 0
    total = 0
    isElongated = false
    hasApostrophe = false
    lastWasUpper = false
  }

  func isWord(_ ascii: StaticString) -> Bool {
    guard ascii.utf8CodeUnitCount == count else { return false }
    return ascii.withUTF8Buffer { bytes in
      bytes.indices.allSatisfy { UInt16(bytes[$0]) == letters[$0] }
    }
  }
}

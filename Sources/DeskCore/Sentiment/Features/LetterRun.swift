/// Letters of a word that come one right after the other, written into the text as they are read.
///
/// Nearly all of a text is such runs, so that what is known of the last letters and the counts stay
/// in registers here.
struct LetterRun {
  private let letters: UnsafeMutableBufferPointer<UInt16>
  private(set) var end: Int
  private(set) var latin = 0
  private(set) var cyrillic = 0
  private(set) var arabic = 0
  private(set) var upper = 0
  private(set) var lastWasUpper = false
  private(set) var isDrawnOut = false
  /// The last two letters of the word; zero, which is no letter, before it begins.
  private var last: UInt16 = 0
  private var beforeLast: UInt16 = 0

  /// A run that goes on where the word that began at `start` ends.
  @inline(__always)
  init(_ letters: UnsafeMutableBufferPointer<UInt16>, start: Int, end: Int) {
    self.letters = letters
    self.end = end
    if end > start { last = letters[end &- 1] }
    if end > start &+ 1 { beforeLast = letters[end &- 2] }
  }

  /// Takes letters until something else stands there or the word has reached `limit`, and returns
  /// where that is.
  @inline(__always)
  mutating func take(
    _ bytes: UnsafeBufferPointer<UInt8>, from first: Int, upTo limit: Int, forms: LetterForms
  ) -> Int {
    var offset = first
    let count = bytes.count
    while offset < count, end < limit {
      let lead = UInt32(bytes[offset])
      if lead < 0x80 {
        let letter = forms.lowered(lead)
        guard letter > 0x39 else { break }
        latin &+= 1
        offset &+= 1
        add(letter, isUpper: letter != lead)
        continue
      }
      let length = lead < 0xE0 ? 2 : 3
      guard lead < 0xF0, offset &+ length <= count else { break }
      var scalar = (lead & (0x7F &>> UInt32(length))) &<< 6 | UInt32(bytes[offset &+ 1]) & 0x3F
      if length == 3 { scalar = scalar &<< 6 | UInt32(bytes[offset &+ 2]) & 0x3F }
      let letter = forms.lowered(scalar)
      guard letter > 0x39 else { break }
      if scalar &- 0x400 < 0x130 {
        cyrillic &+= 1
      } else if scalar &- 0x600 < 0x180 {
        arabic &+= 1
      } else if scalar < 0x250 {
        latin &+= 1
      } else {
        break
      }
      offset &+= length
      add(letter, isUpper: scalar < 0x590 && letter != scalar)
    }
    return offset
  }

  @inline(__always)
  private mutating func add(_ letter: UInt16, isUpper: Bool) {
    lastWasUpper = isUpper
    upper &+= isUpper ? 1 : 0
    if letter == last, letter == beforeLast {
      isDrawnOut = true
      return
    }
    letters[end] = letter
    end &+= 1
    beforeLast = last
    last = letter
  }
}

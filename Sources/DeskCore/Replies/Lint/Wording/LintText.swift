/// A text cut into scalars, bytes and words, once for all rules.
struct LintText {
  /// What no answer needs: words behind this many scalars are not read.
  static let limit = 20_000

  private(set) var scalars: [UInt32] = []
  /// The first byte of each scalar, and the end of the last.
  private(set) var offsets: [Int] = []
  /// The folded letters of all words, apostrophes left out.
  private(set) var letters: [UInt16] = []
  private(set) var words: [LintWord] = []

  init(_ text: String) {
    let count = min(text.utf8.count, Self.limit)
    scalars.reserveCapacity(count)
    offsets.reserveCapacity(count + 1)
    letters.reserveCapacity(count)
    var offset = 0
    for scalar in text.unicodeScalars {
      guard scalars.count < Self.limit else { break }
      scalars.append(scalar.value)
      offsets.append(offset)
      offset += UTF8.width(scalar)
    }
    offsets.append(offset)
    var cutter = WordCutter(scalars: scalars)
    cutter.cut()
    letters = cutter.letters
    words = PersianVerbs.joined(cutter.words, letters: letters)
  }

  /// A range of scalars as a range of bytes.
  func utf8(of range: Range<Int>) -> Range<Int> {
    offsets[range.lowerBound]..<offsets[range.upperBound]
  }

  /// A range of words as a range of bytes.
  func utf8(ofWords range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty else { return 0..<0 }
    let first = words[range.lowerBound]
    let last = words[range.upperBound - 1]
    return utf8(of: first.scalars.lowerBound..<last.scalars.upperBound)
  }

  /// A range of indices as a range of bytes.
  func utf8(of range: Range<String.Index>, in text: String) -> Range<Int> {
    let utf8 = text.utf8
    let start = utf8.distance(from: utf8.startIndex, to: range.lowerBound)
    return start..<start + utf8.distance(from: range.lowerBound, to: range.upperBound)
  }

  /// The number of the first word that ends after a scalar; the number of words when none does.
  func word(at scalar: Int) -> Int {
    var (low, high) = (0, words.count)
    while low < high {
      let middle = (low + high) / 2
      if words[middle].scalars.upperBound <= scalar { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

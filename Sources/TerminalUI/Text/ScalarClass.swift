/// What the layout does with one scalar.
enum ScalarClass: UInt8, Sendable {
  /// Takes one cell.
  case narrow
  /// Takes two cells.
  case wide
  /// Joins the cell before it.
  case mark
  /// Not known to Unicode 14, or for private use: a box.
  case unknown
  /// C0 and DEL: a picture of the control.
  case control
  /// C1 and the direction overrides: the replacement character.
  case replaced
  /// Invisible: never sent to a terminal.
  case hidden
  /// Zero-width joiner.
  case joiner
  /// A skin tone.
  case skinTone
  /// A regional indicator: its letter.
  case regional
  /// The end of a line; a space where there is only one line.
  case lineBreak
  /// A tab: a space.
  case tab
}

/// The class of every scalar, in one look-up for all that people write every day.
struct ScalarTable: Sendable {
  static let shared = ScalarTable()

  private static let limit = 0x20000
  private let classes: [UInt8]
  private let highWide: [Range<Int>]

  subscript(scalar: UInt32) -> ScalarClass {
    let value = Int(scalar)
    if value < Self.limit { return ScalarClass(rawValue: classes[value]) ?? .unknown }
    if (0xE0000...0xE0FFF).contains(value) { return .hidden }
    return highWide.contains { $0.contains(value) } ? .wide : .unknown
  }

  private init() {
    var classes = [UInt8](repeating: ScalarClass.narrow.rawValue, count: Self.limit)
    func mark(_ ranges: [Range<Int>], _ kind: ScalarClass) {
      for range in ranges where range.lowerBound < Self.limit {
        for value in range.clamped(to: 0..<Self.limit) { classes[value] = kind.rawValue }
      }
    }
    let wide = Self.decode(ScalarRanges.wide)
    mark(Self.decode(ScalarRanges.unknown), .unknown)
    mark(wide, .wide)
    mark(Self.decode(ScalarRanges.marks), .mark)
    mark([0..<0x20, 0x7F..<0x80], .control)
    mark([0x80..<0xA0, 0x202D..<0x202F], .replaced)
    mark(Self.hidden, .hidden)
    mark([0x200D..<0x200E], .joiner)
    mark([0x1F3FB..<0x1F400], .skinTone)
    mark([0x1F1E6..<0x1F200], .regional)
    mark([0x0A..<0x0B, 0x0D..<0x0E, 0x2028..<0x202A], .lineBreak)
    mark([0x09..<0x0A], .tab)
    self.classes = classes
    highWide = wide.filter { $0.lowerBound >= Self.limit }
  }

  /// Invisible scalars: soft hyphen, joiners, direction marks and isolates, fillers, variation
  /// selectors, the keycap's frame, byte order mark, annotations, musical format, tags.
  private static let hidden: [Range<Int>] = [
    0xAD..<0xAE, 0x34F..<0x350, 0x61C..<0x61D, 0x115F..<0x1161, 0x17B4..<0x17B6,
    0x180B..<0x1810, 0x200B..<0x2010, 0x202A..<0x202D, 0x2060..<0x2070, 0x20E3..<0x20E4,
    0x3164..<0x3165, 0xFE00..<0xFE10, 0xFEFF..<0xFF00, 0xFFA0..<0xFFA1, 0xFFF0..<0xFFFC,
    0x1BCA0..<0x1BCA4, 0x1D173..<0x1D17B,
  ]

  private static func decode(_ text: String) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var end = 0
    var gap: Int?
    for word in text.split(whereSeparator: \.isWhitespace) {
      let number = Int(word, radix: 36) ?? 0
      if let before = gap {
        ranges.append(end + before..<end + before + number)
        end += before + number
        gap = nil
      } else {
        gap = number
      }
    }
    return ranges
  }
}

/// Scalars that emoji sequences are made of; only asked where a joiner or a skin tone follows.
func isPictographic(_ scalar: UInt32) -> Bool {
  (0x2190...0x2BFF).contains(scalar) || (0x1F000...0x1FAFF).contains(scalar)
}

/// Letters and words counted for and against the languages of a text.
struct LanguageEvidence: Sendable {
  var latin = 0
  var cyrillic = 0
  var arabic = 0
  var otherLetters = 0
  /// The script outside the three, once one was seen.
  var otherLanguage: Language?
  /// Letters that only some languages of a script use, and words the lexicons know.
  var lanes: PerLane<Int32> = .zero

  /// A letter found in one language and not in its neighbours.
  static let letterPoints: Int32 = 2
  /// A stop word; a sentiment word counts one.
  static let wordPoints: Int32 = 3
  static let knownPoints: Int32 = 1
  /// A platform's claim is worth one stop word.
  static let hintPoints: Int32 = 3

  @inline(__always)
  mutating func count(letter value: UInt32) {
    switch value {
    case 0..<0x250: latin += 1
    case 0x400..<0x530:
      cyrillic += 1
      countCyrillic(value)
    case 0x600..<0x700:
      arabic += 1
      countArabic(value)
    default: countOther(value)
    }
  }

  mutating func count(marks: PerLane<UInt32>) {
    for lane in 0..<Lane.allCases.count where marks[lane] != 0 {
      let isCommon = marks[lane] & WordMark.common != 0
      lanes[lane] += isCommon ? Self.wordPoints : Self.knownPoints
    }
  }

  mutating func add(_ points: Int32, to lane: Lane) { lanes[lane.rawValue] += points }

  /// The language, and the lane to score in; no lane if the reader has no words for it.
  func decide(hint: Language?) -> (language: Language, lane: Lane?) {
    // Brand names and hash tags stay Latin in every language, so other scripts weigh double.
    let other = max(cyrillic, arabic, otherLetters)
    guard latin + other > 0 else { return (.undetermined, nil) }
    if latin > other * 2 { return latinLanguage(hint) }
    if otherLetters >= max(cyrillic, arabic) { return (otherLanguage ?? .undetermined, nil) }
    let lanes: [Lane] =
      cyrillic > arabic ? [.russian, .ukrainian, .uzbek] : [.arabic, .persian]
    let best = strongest(of: lanes, hint: hint)
    return (best.language, best)
  }

  private func latinLanguage(_ hint: Language?) -> (language: Language, lane: Lane?) {
    let best = strongest(of: [.english, .uzbek], hint: hint)
    if let hint, hint != .undetermined, Lane(hint) == nil, lanes[best.rawValue] < Self.wordPoints {
      return (hint, best)
    }
    return (best.language, best)
  }

  private func strongest(of candidates: [Lane], hint: Language?) -> Lane {
    let claimed = hint.flatMap { Lane($0) }
    var best = candidates[0]
    var bestPoints = Int32.min
    for lane in candidates {
      let points = lanes[lane.rawValue] + (lane == claimed ? Self.hintPoints : 0)
      if points > bestPoints {
        best = lane
        bestPoints = points
      }
    }
    return best
  }

  private mutating func countCyrillic(_ value: UInt32) {
    switch value {
    case 0x406, 0x407, 0x404, 0x490, 0x456, 0x457, 0x454, 0x491:
      add(Self.letterPoints, to: .ukrainian)
    case 0x42B, 0x44B: add(Self.letterPoints, to: .russian)
    case 0x42D, 0x44D, 0x401, 0x451, 0x42A, 0x44A: add(1, to: .russian)
    case 0x40E, 0x45E, 0x49A, 0x49B, 0x492, 0x493, 0x4B2, 0x4B3:
      add(Self.letterPoints * 2, to: .uzbek)
    default: break
    }
  }

  private mutating func countArabic(_ value: UInt32) {
    switch value {
    case 0x67E, 0x686, 0x698, 0x6AF: add(Self.letterPoints * 2, to: .persian)
    case 0x6A9, 0x6CC: add(Self.letterPoints, to: .persian)
    case 0x629, 0x649, 0x623, 0x625: add(Self.letterPoints, to: .arabic)
    // Old keyboards type Persian with these two as well.
    case 0x64A, 0x643: add(Self.letterPoints / 2, to: .arabic)
    default: break
    }
  }

  private mutating func countOther(_ value: UInt32) {
    otherLetters += 1
    switch value {
    case 0x370..<0x400: otherLanguage = Language(rawValue: "el")
    case 0x590..<0x600: otherLanguage = Language(rawValue: "he")
    case 0x900..<0x980: otherLanguage = Language(rawValue: "hi")
    case 0xE00..<0xE80: otherLanguage = Language(rawValue: "th")
    case 0x3040..<0x3100: otherLanguage = Language(rawValue: "ja")
    // Kana after Han decides for Japanese; Han alone is read as Chinese.
    case 0x4E00..<0xA000 where otherLanguage == nil: otherLanguage = Language(rawValue: "zh")
    case 0xAC00..<0xD7B0: otherLanguage = Language(rawValue: "ko")
    default: break
    }
  }
}

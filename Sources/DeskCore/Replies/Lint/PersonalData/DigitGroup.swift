/// Digits that stand side by side, in any script.
struct DigitGroup {
  /// Where they stand, in scalars.
  var scalars: Range<Int>
  /// Their values.
  var digits: [UInt8]
  /// What stands between them and the next group of the same run.
  var join = Join.none

  /// What may stand between two groups of one number.
  enum Join { case none, space, dash, dot, bracket }
}

/// Groups of digits with nothing between them but what people put between parts of a number.
struct DigitRun {
  var groups: [DigitGroup]

  /// All runs of a text.
  static func all(in text: LintText) -> [DigitRun] {
    var runs: [DigitRun] = []
    var index = 0
    let scalars = text.scalars
    while index < scalars.count {
      guard LintLetters.digit(scalars[index]) != nil else {
        index += 1
        continue
      }
      let group = group(from: index, in: scalars)
      index = group.scalars.upperBound
      if let last = runs.indices.last, let before = runs[last].groups.last,
        let join = join(before.scalars.upperBound..<group.scalars.lowerBound, in: scalars)
      {
        runs[last].groups[runs[last].groups.count - 1].join = join
        runs[last].groups.append(group)
      } else {
        runs.append(DigitRun(groups: [group]))
      }
    }
    return runs
  }

  /// The digits of some groups, put together.
  func digits(_ range: ClosedRange<Int>) -> [UInt8] { groups[range].flatMap(\.digits) }

  /// The scalars from the first to the last of some groups.
  func scalars(_ range: ClosedRange<Int>) -> Range<Int> {
    groups[range.lowerBound].scalars.lowerBound..<groups[range.upperBound].scalars.upperBound
  }

  private static func group(from start: Int, in scalars: [UInt32]) -> DigitGroup {
    var digits: [UInt8] = []
    var (index, end) = (start, start)
    while index < scalars.count {
      if let digit = LintLetters.digit(scalars[index]) {
        digits.append(digit)
        end = index + 1
      } else if LintLetters.folded(scalars[index]) != FoldTable.skipped {
        break
      }
      index += 1
    }
    return DigitGroup(scalars: start..<end, digits: digits)
  }

  /// How two groups hang together; nil when they are two numbers.
  private static func join(_ gap: Range<Int>, in scalars: [UInt32]) -> DigitGroup.Join? {
    guard (1...3).contains(gap.count) else { return nil }
    var join = DigitGroup.Join.none
    var signs = 0
    for scalar in scalars[gap] {
      guard let kind = kind(of: scalar) else { return nil }
      if kind != .space { signs += 1 }
      if join == .none || kind == .bracket || join == .space { join = kind }
    }
    return signs <= 2 ? join : nil
  }

  private static func kind(of scalar: UInt32) -> DigitGroup.Join? {
    switch scalar {
    case 0x20, 0xA0, 0x2007, 0x2009, 0x202F, 0x5F: .space
    case 0x2D, 0x2010...0x2015, 0x2212, 0xAD: .dash
    case 0x2E, 0xB7, 0x2E31: .dot
    case 0x28, 0x29: .bracket
    default: LintLetters.folded(scalar) == FoldTable.skipped ? .space : nil
    }
  }
}

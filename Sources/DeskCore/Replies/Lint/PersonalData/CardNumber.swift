/// Numbers of payment cards: 13 to 19 digits with a check digit (ISO/IEC 7812, Luhn 1960).
enum CardNumber {
  /// Whether digits are the number of a card.
  ///
  /// 16 digits that begin with 8600, 5614 or 9860 are cards of the Uzbek schemes with any check digit.
  static func isCard(_ digits: [UInt8]) -> Bool {
    guard (13...19).contains(digits.count), Set(digits).count > 1 else { return false }
    let head = digits.prefix(4).reduce(0) { $0 * 10 + Int($1) }
    if digits.count == 16, [8600, 5614, 9860].contains(head) { return true }
    return isIssued(head, count: digits.count) && hasCheckDigit(digits)
  }

  /// Where a card stands in a run of digits; windows of groups, the longest first.
  static func ranges(in run: DigitRun) -> [ClosedRange<Int>] {
    var found: [ClosedRange<Int>] = []
    var start = 0
    while start < run.groups.count {
      if let range = range(from: start, in: run) {
        found.append(range)
        start = range.upperBound + 1
      } else {
        start += 1
      }
    }
    return found
  }

  private static func range(from start: Int, in run: DigitRun) -> ClosedRange<Int>? {
    var count = 0
    var longest: ClosedRange<Int>?
    for end in start..<run.groups.count {
      count += run.groups[end].digits.count
      guard count <= 19 else { break }
      let range = start...end
      if count >= 13, isEven(run.groups[range]), isCard(run.digits(range)) { longest = range }
    }
    return longest
  }

  /// Parts of a telephone number are of two and three digits mixed; parts of a card are not.
  private static func isEven(_ groups: ArraySlice<DigitGroup>) -> Bool {
    groups.count == 1 || groups.dropLast().allSatisfy { $0.digits.count >= 4 }
      || groups.allSatisfy { $0.digits.count <= 2 }
  }

  /// First digits and lengths as the schemes issue them, `head` being the first four.
  private static func isIssued(_ head: Int, count: Int) -> Bool {
    switch head {
    case 3400...3499, 3700...3799: count == 15
    case 3000...3059, 3600...3699, 3800...3999: count == 14 || count == 16
    case 3528...3589, 2200...2799, 5100...5599: count == 16
    case 4000...4999: count == 13 || count == 16 || count == 19
    case 5000...5099, 5600...5899, 6000...6999: count >= 16
    case 8000...8999, 9000...9999: count == 16
    default: false
    }
  }

  /// Whether the last digit agrees with the others.
  static func hasCheckDigit(_ digits: [UInt8]) -> Bool {
    var sum = 0
    for (place, digit) in digits.reversed().enumerated() {
      let doubled = place % 2 == 1 ? Int(digit) * 2 : Int(digit)
      sum += doubled > 9 ? doubled - 9 : doubled
    }
    return sum % 10 == 0
  }
}

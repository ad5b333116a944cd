/// Telephone numbers, by their shape: 7 to 15 digits (ITU-T E.164).
enum PhoneNumber {
  /// What stands around a number.
  struct Surroundings {
    /// Whether a plus stands before it.
    var hasPlus: Bool
    /// Whether a word for a telephone stands before it.
    var isAnnounced: Bool
    /// Whether a word for an order or an account stands before it.
    var isRecord: Bool
  }

  /// Whether some groups of a run are a telephone number.
  static func isPhone(_ groups: ArraySlice<DigitGroup>, _ around: Surroundings) -> Bool {
    let digits = groups.flatMap(\.digits)
    guard (7...15).contains(digits.count), Set(digits).count > 1, !isDate(groups) else {
      return false
    }
    if around.hasPlus { return digits.count >= 8 }
    if around.isRecord { return false }
    if around.isAnnounced { return true }
    if digits.starts(with: [0, 0]) { return digits.count >= 11 && digits[2] != 0 }
    return groups.count == 1
      ? isKnownPlan(digits) : isGrouped(groups, digits) || isKnownPlan(digits) && !isAmount(groups)
  }

  /// The sizes of groups by which people read telephone numbers aloud.
  private static func isGrouped(_ groups: ArraySlice<DigitGroup>, _ digits: [UInt8]) -> Bool {
    let sizes = groups.map(\.digits.count)
    let joins = groups.dropLast().map(\.join)
    switch sizes {
    case [3, 3, 4], [2, 3, 2, 2], [3, 3, 2, 2], [1, 3, 3, 2, 2], [1, 3, 3, 4], [3, 2, 3, 2, 2],
      [4, 3, 2, 2], [2, 2, 2, 2, 2], [3, 3, 3, 3, 2], [4, 3, 4]:
      return true
    case [3, 2, 2]: return joins.allSatisfy { $0 == .dash }
    default:
      // Brackets stand around the code of a town or network, so near the front.
      return joins.prefix(2).contains(.bracket) && !joins.dropFirst(2).contains(.bracket)
        && digits.count >= 9
    }
  }

  /// Whole numbers of the countries the desk's languages are spoken in, with or without the 0 or 8
  /// that leads out of town.
  private static func isKnownPlan(_ digits: [UInt8]) -> Bool {
    let text = digits.reduce(into: "") { $0 += String($1) }
    switch digits.count {
    case 10: return digits[0] == 0 && digits[1] != 0
    case 11: return ["79", "89", "88", "09", "01", "07"].contains { text.hasPrefix($0) }
    case 12: return ["998", "380", "9665", "9715", "989", "201"].contains { text.hasPrefix($0) }
    default: return false
    }
  }

  private static func isDate(_ groups: ArraySlice<DigitGroup>) -> Bool {
    let sizes = groups.map(\.digits.count)
    func isYear(_ group: DigitGroup) -> Bool {
      let year = group.digits.reduce(0) { $0 * 10 + Int($1) }
      return group.digits.count == 4 && (1300...1500).contains(year) || (1900...2100).contains(year)
    }
    let values = Array(groups)
    guard values.count >= 3 else { return false }
    if sizes[1] <= 2, sizes[2] <= 2, isYear(values[0]) { return true }
    return sizes[0] <= 2 && sizes[1] <= 2 && isYear(values[2])
  }

  /// Thousands: groups of three after the first, with the same sign between.
  private static func isAmount(_ groups: ArraySlice<DigitGroup>) -> Bool {
    groups.count >= 2 && groups.dropFirst().allSatisfy { $0.digits.count == 3 }
      && groups.dropLast().allSatisfy { $0.join == .space || $0.join == .dot }
  }
}

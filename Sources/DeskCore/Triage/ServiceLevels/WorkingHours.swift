/// When the desk answers: blocks for each weekday, and holidays on which it does not.
///
/// An instant is worked when the clock on the wall shows a time inside a block. So an hour that a
/// change of clocks repeats is worked twice, and one that it leaves out is not worked at all.
public struct WorkingHours: Hashable, Sendable {
  /// The blocks by weekday, in order and apart; a weekday that is not named is free.
  public let blocks: [Weekday: [WorkBlock]]
  /// Days without work, whatever their weekday.
  public let holidays: Set<CivilDay>

  /// Makes working hours; blocks may come in any order and overlap.
  public init(blocks: [Weekday: [WorkBlock]], holidays: Set<CivilDay> = []) {
    self.blocks = blocks.mapValues(WorkBlock.merged)
    self.holidays = holidays
  }

  /// All day, every day.
  public static let always = WorkingHours(
    blocks: Dictionary(uniqueKeysWithValues: Weekday.allCases.map { ($0, [WorkBlock.day]) }))

  /// Whether there is no free minute.
  public var isAlways: Bool {
    holidays.isEmpty && Weekday.allCases.allSatisfy { blocks[$0] == [.day] }
  }

  /// The blocks of a day.
  public func blocks(on day: CivilDay) -> [WorkBlock] {
    holidays.contains(day) ? [] : blocks[day.weekday] ?? []
  }
}

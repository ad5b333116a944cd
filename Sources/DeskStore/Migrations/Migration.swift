/// One step from a schema to the next; never edited once it was released.
struct Migration: Sendable {
  /// The schema version after it.
  let version: Int
  /// The statements, in order.
  let statements: String

  /// All steps in order of their versions.
  static let all: [Migration] = [
    .firstSchema, .moods, .alerts, .answering, .approvals, .schedule, .levels, .threads, .clocks,
    .answers,
  ]
  /// The newest schema this program knows.
  static let known = all.map(\.version).max() ?? 0
}

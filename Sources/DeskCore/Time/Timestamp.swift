/// An instant in UTC with millisecond precision, the only form of time that the core knows.
///
/// The core never asks what time it is: every rule takes the instant as an argument.
public struct Timestamp: Hashable, Comparable, Codable, Sendable {
  /// Milliseconds since 1970-01-01T00:00:00Z; negative before it.
  public var milliseconds: Int64

  /// Makes an instant from milliseconds since the Unix epoch.
  public init(milliseconds: Int64) { self.milliseconds = milliseconds }

  /// Makes an instant from whole seconds since the Unix epoch.
  public init(seconds: Int64) { self.milliseconds = seconds &* 1000 }

  /// Whole seconds since the Unix epoch, rounded down.
  public var seconds: Int64 {
    milliseconds >= 0 ? milliseconds / 1000 : (milliseconds - 999) / 1000
  }

  /// The instant `span` later (earlier when negative).
  public func adding(_ span: Span) -> Timestamp {
    Timestamp(milliseconds: milliseconds &+ span.milliseconds)
  }

  /// The time from `earlier` to this instant.
  public func since(_ earlier: Timestamp) -> Span {
    Span(milliseconds: milliseconds &- earlier.milliseconds)
  }

  /// Orders by value.
  public static func < (a: Timestamp, b: Timestamp) -> Bool { a.milliseconds < b.milliseconds }
}

/// A length of time in milliseconds; may be negative.
public struct Span: Hashable, Comparable, Codable, Sendable {
  /// The length in milliseconds.
  public var milliseconds: Int64

  /// Makes a span from milliseconds.
  public init(milliseconds: Int64) { self.milliseconds = milliseconds }

  /// A span of whole seconds.
  public static func seconds(_ n: Int64) -> Span { Span(milliseconds: n * 1000) }
  /// A span of whole minutes.
  public static func minutes(_ n: Int64) -> Span { Span(milliseconds: n * 60_000) }
  /// A span of whole hours.
  public static func hours(_ n: Int64) -> Span { Span(milliseconds: n * 3_600_000) }
  /// A span of 24-hour days.
  public static func days(_ n: Int64) -> Span { Span(milliseconds: n * 86_400_000) }

  /// Whole seconds, rounded toward zero.
  public var seconds: Int64 { milliseconds / 1000 }
  /// Whole minutes, rounded toward zero.
  public var minutes: Int64 { milliseconds / 60_000 }

  /// Orders by value.
  public static func < (a: Span, b: Span) -> Bool { a.milliseconds < b.milliseconds }
}

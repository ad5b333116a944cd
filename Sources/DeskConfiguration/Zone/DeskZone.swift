public import DeskCore
import Foundation
import Synchronization

/// The zone in which a desk shows its times.
public final class DeskZone: Sendable {
  /// The IANA name, for example `Asia/Tashkent`.
  public let name: String
  private let zone: TimeZone
  private let known = Mutex<[Int64: Int]>([:])

  /// Offsets change at whole quarters of an hour.
  private static let quarter: Int64 = 900

  /// A zone by its IANA name; nil when this machine has no such zone.
  public init?(name: String) {
    guard let zone = TimeZone(identifier: name) else { return nil }
    self.name = name
    self.zone = zone
  }

  /// Seconds east of Greenwich at an instant.
  ///
  /// Remembers what it has answered, because a screen asks for every row.
  public func offsetSeconds(at instant: Timestamp) -> Int {
    let seconds = instant.seconds
    let bucket = seconds >= 0 ? seconds / Self.quarter : (seconds - Self.quarter + 1) / Self.quarter
    return known.withLock { known in
      if let offset = known[bucket] { return offset }
      let start = Date(timeIntervalSince1970: Double(bucket * Self.quarter))
      let offset = zone.secondsFromGMT(for: start)
      if known.count >= 4096 { known.removeAll(keepingCapacity: true) }
      known[bucket] = offset
      return offset
    }
  }
}

import DeskCore
import DeskStore
import Foundation

/// Makes desks for measurements from outside: fills one, or feeds one at a steady rate.
struct DeskFiller {
  private let path: String
  private let arguments: Arguments

  /// Works on the database of `--desk`, a folder.
  init(_ arguments: Arguments) throws {
    let folder = arguments.text("desk", "")
    guard !folder.isEmpty else { throw Problem.noDesk }
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    path = "\(folder)/desk.db"
    self.arguments = arguments
  }

  /// Stores `--rows` invented mentions of the last day and says how fast that was.
  func fill() throws {
    let desk = try DeskDatabase(path: path)
    let rows = arguments.number("rows", 1_000_000)
    let batch = arguments.number("batch", 250)
    let start = Int64(Date().timeIntervalSince1970) - 86_400
    var source = SyntheticMentions(seed: 7, start: Timestamp(seconds: start))
    let begun = Measure.wall()
    var stored = 0
    while stored < rows {
      let next = source.batch(of: min(batch, rows - stored))
      _ = try desk.store(next)
      stored += next.events.count
    }
    Console.say("stored \(rows) in \(Measure.wall() - begun) s")
  }

  /// Stores `--rate` mentions a second for `--seconds`, in pieces of 20 ms, as a live source would.
  func feed() throws {
    let desk = try DeskDatabase(path: path)
    let rate = arguments.number("rate", 5000)
    let seconds = arguments.number("seconds", 10)
    let now = Int64(Date().timeIntervalSince1970)
    var source = SyntheticMentions(
      seed: UInt64(now), start: Timestamp(seconds: now), account: AccountID("feed-\(now)"))
    let begun = Measure.wall()
    var stored = 0
    while stored < rate * seconds {
      let due = Int(Double(rate) * (Measure.wall() - begun))
      if due > stored {
        let next = source.batch(of: min(250, due - stored))
        _ = try desk.store(next)
        stored += next.events.count
      } else {
        usleep(5000)
      }
    }
    let span = Measure.wall() - begun
    Console.say("fed \(stored) in \(span) s: \(Int(Double(stored) / span)) a second")
  }

  private enum Problem: Error, CustomStringConvertible {
    case noDesk
    var description: String { "give the desk's folder with --desk" }
  }
}

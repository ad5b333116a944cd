public import DeskCore

/// Something people outside the desk should hear of.
public enum DeskNews: Hashable, Sendable {
  /// Somebody moved the level.
  case moved(LevelMove)
  /// Something is not as usual.
  case alert(Alert)

  /// What the audit calls it.
  var subject: String {
    switch self {
    case .moved(let move): "level \(move.change.level.name)"
    case .alert(let alert): "alert \(alert.id)"
    }
  }

  /// The key of its one notification: the same news never makes a second.
  var key: IdempotencyKey {
    let (name, number): (String, Int64) =
      switch self {
      case .moved(let move): ("tellmove", move.id)
      case .alert(let alert): ("tellalrt", alert.id.rawValue)
      }
    return IdempotencyKey(
      of: Array(name.utf8) + (0..<8).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) })
  }
}

/// Why somebody could not be told, in words.
public struct TellProblem: Error, Hashable, Sendable {
  /// The words.
  public let words: String
  /// Makes a problem.
  public init(words: String) { self.words = words }
}

/// A way out of the desk for news: a command, a file.
public protocol Teller: Sendable {
  /// The words for news, frozen before the gate is asked.
  func words(of news: DeskNews, to contacts: [String]) -> String
  /// Tells what the gate let out; returns when it is done, after some seconds at most.
  func tell(_ admitted: Admitted) async throws(TellProblem)
}

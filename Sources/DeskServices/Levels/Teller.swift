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
  /// Tells news to contacts; returns when it is done, after some seconds at most.
  func tell(_ news: DeskNews, to contacts: [String]) async throws(TellProblem)
}

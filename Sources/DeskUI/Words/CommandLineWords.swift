public import DeskCore
import TerminalUI

/// What the verbs of the command line share with the screen, so that both say and read the same.
public struct CommandLineWords: Sendable {
  private let zone: DeskZone
  private let now: Timestamp

  /// Something a person typed that cannot be read, with the words that say why.
  public struct Unreadable: Error, Hashable, Sendable {
    /// What is wrong and what was expected.
    public let words: String
  }

  /// Makes words for a desk's zone around an instant.
  /// - Parameter offset: seconds east of Greenwich at an instant.
  public init(now: Timestamp, offset: (Timestamp) -> Int) {
    let year = Span.days(366)
    let start = now.adding(Span(milliseconds: -year.milliseconds))
    self.now = now
    zone = DeskZone(sampling: start..<now.adding(year), offset: offset)
  }

  /// Why the desk refused a command.
  public static func refusal(_ refusal: Refusal, now: Timestamp) -> String {
    Words.refusal(refusal, now: now)
  }

  /// What the lint says of an answer: each reason, the words it is about, and where they stand.
  public static func lint(_ remarks: [LintRemark]) -> [String] { Words.lintLines(remarks) }

  /// What to do about what the lint says.
  public static func despite(stops: Bool) -> String {
    stops ? "nothing was sent: mend it first" : "nothing was sent; --despite sends it all the same"
  }

  /// What is wrong with somebody's own keys.
  public static func conflict(_ conflict: Keymap.Conflict) -> String {
    Words.keymapConflict(conflict)
  }

  /// A move of the level in lines for people outside the desk.
  public func moved(_ move: LevelMove, desk: String) -> [String] {
    Words.moved(move, desk: desk, now: now, zone: zone)
  }

  /// An alert in lines for people outside the desk.
  public func alert(_ alert: Alert, desk: String) -> [String] {
    Words.alert(alert, desk: desk, now: now, zone: zone)
  }

  /// What a level changes.
  public static func effect(of rule: LevelRule) -> String { Words.levelEffect(rule) }

  /// What is wrong with the file of a saved reply: its name, the line and the mistake.
  public static func savedReply(_ problem: SavedReplyProblem) -> String {
    Words.savedProblem(problem)
  }

  /// The filter that a line such as `lang:uz sentiment:negative refund` asks for.
  public func filter(_ line: String) throws(Unreadable) -> MentionFilter {
    do { return try FilterParser.parse(line, zone: zone) } catch {
      throw Unreadable(words: Words.filterProblem(error))
    }
  }

  /// The instant that `+30m`, `14:30` or `2026-12-01 09:00` means in the desk's zone.
  public func time(_ text: String, now: Timestamp) throws(Unreadable) -> Timestamp {
    do { return try TimeEntry.read(text, now: now, zone: zone) } catch {
      throw Unreadable(words: Words.timeProblem(error, zone: zone))
    }
  }

  /// What a pause did, line by line, as the screen shows it.
  public func receipt(_ receipt: PauseReceipt) -> [String] {
    let model = PauseReceiptModel(
      receipt: receipt, items: [], native: receipt.native, now: receipt.pause.at, zone: zone)
    return PauseReceiptView.lines(model, width: 10_000).map { SafeText.line($0.text) }
  }
}

public import DeskCore
import Synchronization

/// The reader a desk reads moods with now: it can be exchanged while others read with it, so that a
/// change of words or of the model takes effect at once.
public final class CurrentMood: MoodReader {
  private struct State {
    var reader: any MoodReader
    var model: String
  }

  private let state: Mutex<State>
  private let bell = Doorbell()

  /// Begins with `reader`, which the store remembers as `model`: without one by its name and
  /// version.
  public init(_ reader: any MoodReader, model: String? = nil) {
    let model = model ?? "\(reader.name)/\(reader.version)"
    state = Mutex(State(reader: reader, model: model))
  }

  /// The reader, and the name that the store remembers it by.
  public var now: (reader: any MoodReader, model: String) {
    state.withLock { ($0.reader, $0.model) }
  }

  /// Reads with another reader from now on; whoever is in the middle of a text ends it with the old.
  public func exchange(for reader: any MoodReader, model: String) {
    state.withLock { $0 = State(reader: reader, model: model) }
    bell.ring()
  }

  /// How often it was exchanged; read it before work, and wait for it to have changed.
  var exchanges: Int { bell.rings }

  /// Returns once it was exchanged more than `known` times, or the task is cancelled.
  func wait(past known: Int) async { await bell.wait(past: known) }

  /// The name of the reader of now.
  public var name: String { now.reader.name }
  /// The version of the reader of now.
  public var version: Int { now.reader.version }
  /// Reads one text with the reader of now; never fails, see `MoodReader`.
  public func read(_ text: String, language hint: Language?) -> MoodReading {
    now.reader.read(text, language: hint)
  }
  /// What moved the reader of now, strongest first.
  public func reasons(for text: String, language hint: Language?) -> [MoodReason] {
    now.reader.reasons(for: text, language: hint)
  }
}

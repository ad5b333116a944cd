public import DeskCore

/// Reads stored mentions again after the model changed, a little at a time, so that nothing waits.
public struct RereadingService: Sendable {
  /// The mentions of one step: few enough that its transaction is over in some milliseconds.
  public static let stepLimit = 100
  /// How long others have the database to themselves between two steps.
  public static let pause = Span(milliseconds: 20)

  private let store: any RereadingStore
  private let reader: any MoodReader
  /// The name of the model as the store remembers it.
  private let model: String
  private let clock: DeskClock

  /// Makes a service that reads with `reader`, which the store remembers as `model`: without one by
  /// its name and version.
  public init(
    store: any RereadingStore, reader: any MoodReader, model: String? = nil,
    clock: DeskClock = .system
  ) {
    self.model = model ?? "\(reader.name)/\(reader.version)"
    self.store = store
    self.reader = reader
    self.clock = clock
  }

  /// Tells an empty desk what model its mentions will be read with, so that they are read once.
  /// - Throws: the store's error.
  public func begin() throws { _ = try store.toReread(model: model, limit: 0) }

  /// Works until everything stored was read with the reader, or until cancelled.
  /// - Throws: the store's error; what came before stays, and the next run goes on there.
  public func run() async throws {
    while !Task.isCancelled, let step = try store.toReread(model: model, limit: Self.stepLimit) {
      let moods = step.texts.map { reader.read($0.text, language: $0.languageHint) }
      try store.store(moods, of: step)
      do { try await clock.sleep(for: Self.pause) } catch { return }
    }
  }
}

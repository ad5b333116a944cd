public import DeskCore

/// Reads stored mentions again after the model changed, a little at a time, so that nothing waits.
public struct RereadingService: Sendable {
  /// The mentions of one step: few enough that its transaction is over in some milliseconds.
  public static let stepLimit = 100
  /// How long others have the database to themselves between two steps.
  public static let pause = Span(milliseconds: 20)

  private let store: any RereadingStore
  private let mood: CurrentMood
  private let clock: DeskClock

  /// Makes a service that reads with whatever `mood` reads with at the time.
  public init(store: any RereadingStore, mood: CurrentMood, clock: DeskClock = .system) {
    self.store = store
    self.mood = mood
    self.clock = clock
  }

  /// Makes a service that reads with one reader, which the store remembers by its name and version.
  public init(
    store: any RereadingStore, reader: any MoodReader, clock: DeskClock = .system
  ) {
    self.init(store: store, mood: CurrentMood(reader), clock: clock)
  }

  /// Tells an empty desk what model its mentions will be read with, so that they are read once.
  /// - Throws: the store's error.
  public func begin() throws { _ = try store.toReread(model: mood.now.model, limit: 0) }

  /// Works until everything stored was read with the reader of now, or until cancelled.
  /// - Throws: the store's error; what came before stays, and the next run goes on there.
  public func run() async throws {
    while !Task.isCancelled {
      // A reader that was exchanged meanwhile begins anew: the store sees it by the name.
      let (reader, model) = mood.now
      guard let step = try store.toReread(model: model, limit: Self.stepLimit) else { return }
      let moods = step.texts.map { reader.read($0.text, language: $0.languageHint) }
      try store.store(moods, of: step)
      do { try await clock.sleep(for: Self.pause) } catch { return }
    }
  }

  /// Works whenever the reader was exchanged, until cancelled.
  /// - Throws: the store's error, as `run()` does.
  public func keep() async throws {
    while !Task.isCancelled {
      let known = mood.exchanges
      try await run()
      await mood.wait(past: known)
    }
  }
}

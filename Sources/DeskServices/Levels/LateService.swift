public import DeskCore

/// Tells people, in one alert each time, who will be late and who is.
public struct LateService: Sendable {
  /// How often it looks, 20 seconds.
  public static let rhythm = Span.seconds(20)
  /// How many of those who are due next are looked at, 2,000; counts above that say "at least".
  static let limit = 2_000

  private let store: any AlertStore & DeskReader
  private let brand: String
  private let offset: @Sendable (Timestamp) -> Int
  private let clock: DeskClock

  /// Makes a service.
  /// - Parameters:
  ///   - store: where clocks are read and alerts kept.
  ///   - brand: the desk's name, which every alert bears.
  ///   - offset: seconds east of Greenwich on the desk's clocks at an instant.
  ///   - clock: the time.
  public init(
    store: any AlertStore & DeskReader, brand: String,
    offset: @escaping @Sendable (Timestamp) -> Int, clock: DeskClock = .system
  ) {
    self.store = store
    self.brand = brand
    self.offset = offset
    self.clock = clock
  }

  /// Works until cancelled.
  /// - Throws: the store's error.
  public func run() async throws {
    while !Task.isCancelled {
      try round()
      do { try await clock.sleep(for: Self.rhythm) } catch { return }
    }
  }

  /// Looks once and raises at most one alert of each kind.
  /// - Throws: the store's error.
  public func round() throws {
    let now = clock.now()
    let waits = try store.lateWaits(now: now, limit: Self.limit)
    guard !waits.soon.isEmpty || !waits.late.isEmpty else { return }
    let watch = LateWatch(
      brand: brand, alerts: try store.alerts(since: now.adding(.hours(-24))),
      status: try store.status(now: now))
    for (kind, people) in [(SpikeAlarm.Kind.late, waits.late), (.soonLate, waits.soon)] {
      let alert = watch.alert(
        kind, of: people, isCapped: waits.isCapped && people.count == Self.limit,
        offsetSeconds: offset(now), at: now)
      if let alert { _ = try store.raise(alert, telling: people.map(\.mention)) }
    }
  }
}

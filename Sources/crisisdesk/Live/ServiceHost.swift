import DeskCore
import DeskServices
import DeskStore
import Glibc

/// Runs the desk's services while this process holds the lease: sources, delivery, schedule.
///
/// Every dashboard and every `serve` starts a host; a row in the database decides whose host works.
struct ServiceHost: Sendable {
  let store: DeskDatabase
  let connectors: [any Connector]
  let judge: MentionJudge
  let bell: Doorbell
  /// Tells a person what went wrong; nil message means that all is well again.
  let tell: @Sendable (String) -> Void

  /// Works until cancelled.
  func run() async {
    let random = UInt64.random(in: .min ... .max)
    let lease = ServiceLease(store: store, holder: "\(getpid())-\(random)")
    let keeper = ScheduleKeeper(lease: lease)
    var work: Task<Void, Never>?
    while !Task.isCancelled {
      let isHeld = await renew(keeper)
      if isHeld, work == nil { work = Task(name: "services") { await serve(lease) } }
      if !isHeld, let running = work {
        running.cancel()
        await running.value
        work = nil
      }
      try? await Task.sleep(for: .milliseconds(ServiceLease.rhythm.milliseconds))
    }
    work?.cancel()
    await work?.value
    try? lease.giveUp(at: .now)
  }

  private func renew(_ keeper: ScheduleKeeper) async -> Bool {
    do { return try keeper.round() != nil } catch {
      tell(Sentence.of(error))
      return false
    }
  }

  private func serve(_ lease: ServiceLease) async {
    await withTaskGroup(of: Void.self) { group in
      let intake = IntakeService(store: store, judge: judge)
      let sources = SourceService(connectors: connectors, store: store, intake: intake)
      group.addTask(name: "sources") { await sources.run() }
      let delivery = DeliveryService(connectors: connectors, lease: lease)
      group.addTask(name: "delivery") { await keep { try await delivery.run(bell: bell) } }
      for connector in connectors where connector.capabilities.contains(.nativeSchedule) {
        let watch = NativeWatch(connector: connector, reader: store, lease: lease)
        group.addTask(name: "native") { await keep { try await watch.run(bell: bell) } }
      }
    }
  }

  /// Starts work again after an error of the store, for example a full disk that was emptied.
  private func keep(_ work: () async throws -> Void) async {
    while !Task.isCancelled {
      do {
        try await work()
        return
      } catch is CancellationError { return } catch {
        tell(Sentence.of(error))
        try? await Task.sleep(for: .seconds(5))
      }
    }
  }
}

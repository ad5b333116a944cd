import DeskCore
import DeskServices
import DeskStore
import Glibc

/// Keeps the desk's services running: they stop at an error of the store, for example a full disk,
/// and this starts them again.
struct ServiceHost: Sendable {
  let store: DeskDatabase
  let connectors: [any Connector]
  let judge: MentionJudge
  let rereading: RereadingService
  let alerts: AlertService
  let due: DueService
  let telling: TellService?
  /// Looks whether the words or the model were changed; nil for a desk without a file.
  let moodWatch: MoodWatch?
  /// Who else must say yes to what leaves.
  let approvals: any ApprovalPolicy
  let bell: Doorbell
  let clock: DeskClock
  /// Tells a person what went wrong.
  let tell: @Sendable (String) -> Void

  /// Works until cancelled.
  func run() async {
    async let watching: Void? = moodWatch?.run()
    await serve()
    _ = await watching
  }

  private func serve() async {
    let intake = IntakeService(store: store, judge: judge, clock: clock)
    while !Task.isCancelled {
      let holder = "\(getpid())-\(UInt64.random(in: .min ... .max))"
      let runner = DeskRunner(
        holder: holder, connectors: connectors, store: store, intake: intake,
        rereading: rereading, clusters: ClusterService(store: store, clock: clock), alerts: alerts,
        due: due, telling: telling, clock: clock,
        zones: DeskSession.zones, approvals: approvals)
      do {
        try await runner.run(bell: bell)
      } catch is CancellationError { return } catch {
        tell(Sentence.of(error))
        try? await Task.sleep(for: .seconds(5))
      }
    }
  }
}

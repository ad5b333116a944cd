import ArgumentParser
import DeskCore
import DeskServices
import DeskStore
import Foundation
import Synchronization

/// `crisisdesk drill`: a simulated crisis on a desk of its own, to train on.
struct DrillVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "drill", abstract: "Train on a simulated crisis; nothing leaves this machine.",
    discussion: """
      The desk has three weeks behind it; some time after ten a crisis of the chosen shape begins, \
      and mentions come in by the ordinary intake, faster than they would. At the end it says how \
      long after the beginning the first alert came. The same seed gives the same crisis.
      """)

  @Option(help: "How the crisis runs: \(Self.shapes.joined(separator: ", ")).")
  var shape = "burst"
  @Option(help: "Whose: \(DrillBrand.all.map(\.name).joined(separator: ", ")).")
  var brand = "middle"
  @Option(help: "What chance begins with.") var seed: UInt64 = 1
  @Option(help: "How many times faster than real time, 1 to 600; above 30 without a screen.")
  var speed = 10.0
  @Flag(help: "Without a screen: run until the first alert, six hours at most.")
  var noScreen = false
  @Flag(help: "Print one JSON object at the end.") var json = false
  @Option(name: .customLong("as"), help: "Whose seat acts.") var seat: String?
  @Option(help: "The theme.") var theme: String?

  private static var shapes: [String] { CrisisShape.allCases.map(name) }

  private static func name(_ shape: CrisisShape) -> String {
    shape.rawValue.split(separator: " ").joined(separator: "-")
  }

  func validate() throws {
    guard Self.shapes.contains(shape) else {
      throw ValidationError("--shape takes \(Self.shapes.joined(separator: ", "))")
    }
    guard DrillBrand.all.contains(where: { $0.name == brand }) else {
      let names = DrillBrand.all.map(\.name).joined(separator: ", ")
      throw ValidationError("--brand takes \(names)")
    }
    guard (1...600).contains(speed), noScreen || speed <= 30 else {
      throw ValidationError("--speed takes 1 to 30, to 600 with --no-screen")
    }
  }

  func run() throws {
    guard let shape = CrisisShape.allCases.first(where: { Self.name($0) == shape }),
      let brand = DrillBrand.all.first(where: { $0.name == brand })
    else { return }
    if !noScreen { try Screen.prepare() }
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("crisisdesk-drill-\(getpid())")
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    defer { try? FileManager.default.removeItem(at: folder) }
    let drill = Drill(shape: shape, brand: brand, seed: seed)
    ProcessClock.run(from: Drill.opening, speed: speed)
    let session = try DeskSession.drill(drill, folder: folder.path, seat: seat)
    let service = DrillService(drill: drill, store: session.store)
    try wait { try await session.prepare(drill) }
    // Preparing takes no time of the drill.
    ProcessClock.run(from: Drill.opening, speed: speed)
    if noScreen {
      try wait { try await Self.watch(session, service, drill) }
    }
    let alert: Alert?
    if noScreen {
      alert = try service.firstAlert()
      session.store.close()
    } else {
      var found: Alert?
      try Screen.show(session, theme: theme) { found = try? service.firstAlert() }
      alert = found
    }
    try report(drill, alert, service)
  }

  private static func watch(
    _ session: DeskSession, _ service: DrillService, _ drill: Drill
  ) async throws {
    let host = session.host { Output.note($0) }
    let work = Task { await host.run() }
    let end = drill.start.adding(.hours(6))
    while try service.firstAlert() == nil, Timestamp.now < end {
      try await Task.sleep(for: .milliseconds(20))
    }
    work.cancel()
    await work.value
  }

  private struct Record: Encodable {
    let shape: String
    let brand: String
    let seed: UInt64
    let began: String
    let delayMinutes: Int64?
    let alert: String?
    let severity: String?
  }

  private func report(_ drill: Drill, _ alert: Alert?, _ service: DrillService) throws {
    if json {
      return try Output.json(
        Record(
          shape: shape, brand: brand, seed: seed, began: drill.start.rfc3339,
          delayMinutes: alert.map(service.delay), alert: alert?.figures.line,
          severity: alert?.severity.name))
    }
    let head = "\(shape), \(brand), seed \(seed): began \(drill.start.rfc3339)"
    guard let alert else { return Output.line("\(head), no alert until \(Timestamp.now.rfc3339)") }
    let what = "\(alert.severity.name) \(alert.kind.rawValue)"
    Output.line("\(head), alert after \(service.delay(of: alert)) min (\(what))")
    Output.line(alert.figures.line)
  }

  /// Runs what waits from a verb that does not.
  private func wait(_ body: @escaping @Sendable () async throws -> Void) throws {
    let done = DispatchSemaphore(value: 0)
    let problem = ProblemBox()
    Task.detached {
      do { try await body() } catch { problem.keep(Sentence.of(error)) }
      done.signal()
    }
    done.wait()
    guard let words = problem.words else { return }
    Output.note(words)
    throw ExitCode.failure
  }
}

/// Carries what went wrong from one thread to another.
private final class ProblemBox: Sendable {
  private let kept = Mutex<String?>(nil)
  var words: String? { kept.withLock { $0 } }
  func keep(_ words: String) { kept.withLock { $0 = words } }
}

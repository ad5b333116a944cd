import ArgumentParser
import DeskCore
import DeskTesting
import Foundation

/// Does terrible things to a real desk and looks whether it kept its promises.
@main
struct Torture: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "crisisdesk-torture",
    abstract: "Randomised faults for a desk with two service processes and a server.",
    discussion: """
      Round N of a run has the seed SEED + N - 1 and depends on nothing else, so that \
      '--seed N --rounds 1' does any round again. Exit codes: 0 every promise was kept, 1 one was \
      broken, 2 the run could not be done.
      """)

  @Option(help: "The seed of the first round; without it one is drawn.") var seed: UInt64?
  @Option(help: "How many rounds.") var rounds = 1
  @Option(help: "Begin no further desk after this many seconds.") var seconds: Int?
  @Option(help: "How many rounds one desk lives through.") var roundsPerDesk = 20
  @Option(help: "How many desks are under test at a time.") var desks = 3
  @Option(help: "The program; without it the one beside this.") var program: String?
  @Flag(help: "Print the plan of the rounds and do nothing.") var plan = false
  @Flag(help: "Try the checks on forged histories.") var selfTest = false
  @Flag(help: "Go on with other desks after a broken promise.") var keepGoing = false

  func validate() throws {
    guard rounds > 0, roundsPerDesk > 0, desks > 0 else {
      throw ValidationError("give 1 round or more")
    }
  }

  func run() async throws {
    if selfTest { return try forge() }
    let first = seed ?? UInt64.random(in: 1...999_999_999)
    let plans = (0..<rounds).map { RoundPlanner.plan(seed: first + UInt64($0)) }
    if plan {
      for plan in plans { Console.say("\(plan)\n") }
      return
    }
    do {
      try await run(plans, first: first)
    } catch let problem as TortureProblem {
      Console.say("the run could not be done: \(problem)")
      throw ExitCode(2)
    }
  }

  private func run(_ plans: [RoundPlan], first: UInt64) async throws {
    Console.say("seed \(first), \(rounds) rounds, \(desks) desks at a time")
    let begun = ContinuousClock.now
    var report = RunReport()
    var rest = stride(from: 0, to: plans.count, by: roundsPerDesk).map {
      Array(plans[$0..<min($0 + roundsPerDesk, plans.count)])
    }[...]
    try await withThrowingTaskGroup(of: DeskShift.Outcome.self) { group in
      var number = 0
      func begin() {
        let isLate = seconds.map { ContinuousClock.now - begun > .seconds($0) } ?? false
        guard !isLate, report.failures == 0 || keepGoing, let plans = rest.popFirst() else {
          return
        }
        let desk = number
        number += 1
        group.addTask { try await self.shift(plans, number: desk) }
      }
      for _ in 0..<desks { begin() }
      while let outcome = try await group.next() {
        report.add(outcome)
        Console.say("\(report.rounds) of \(rounds) rounds: \(report.failures) failed")
        begin()
      }
    }
    report.say(seconds: Int((ContinuousClock.now - begun).components.seconds))
    if report.failures > 0 { throw ExitCode(1) }
  }

  /// Every second desk is on the real disk; the others can be filled.
  private func shift(_ plans: [RoundPlan], number: Int) async throws -> DeskShift.Outcome {
    let beside = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
      .deletingLastPathComponent().path
    let place = FileManager.default.temporaryDirectory
      .appendingPathComponent("torture-\(UUID().uuidString.prefix(8))").path
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    let clock = try StretchedClock(
      file: place + "/clock", library: beside + "/libStretchedClock.so")
    let server = try await ScriptedMastodon.start(clock: { clock.now })
    let account = DeskUnderTest.Account(
      address: server.url, token: ScriptedMastodon.token, handle: ScriptedMastodon.brand)
    let desk = try DeskUnderTest(
      program: program ?? beside + "/crisisdesk", place: place, clock: clock, account: account,
      onDisk: number % 2 == 1)
    do {
      let outcome = try await DeskShift(desk: desk, server: server, plans: plans).run()
      await desk.close()
      await server.stop()
      if let failure = outcome.failure {
        FailureReport(failure: failure, kept: desk.keep()).say()
      } else {
        desk.remove()
      }
      return outcome
    } catch {
      await desk.close()
      await server.stop()
      Console.say("the desk is kept in \(desk.keep())")
      throw error
    }
  }

  private func forge() throws {
    var failed = 0
    for forgery in Forgery.all {
      let found = Set(Checker.violations(in: forgery.history).map(\.promise))
      let isRight = found == forgery.breaks
      if !isRight { failed += 1 }
      let promises = forgery.breaks.map(\.rawValue).sorted().joined(separator: ", ")
      Console.say(
        "\(isRight ? "ok  " : "FAIL") \(forgery.name): \(promises.isEmpty ? "kept" : promises)")
    }
    if failed > 0 { throw ExitCode(1) }
  }
}

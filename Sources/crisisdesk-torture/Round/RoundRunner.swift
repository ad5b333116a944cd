import DeskCore
import DeskTesting
import Synchronization

/// Does one round on a desk: everything in its plan, then peace, and tells what happened.
final class RoundRunner: Sendable {
  let desk: DeskUnderTest
  let server: ScriptedMastodon
  let plan: RoundPlan
  /// The desk's numbers of the mentions that may be answered, by message.
  let mentions: [Int: Int64]
  let calls = Mutex<[History.Call]>([])
  private let items = Mutex<[Int: Int64]>([:])
  private let left = Mutex<Set<String>>([])

  init(
    desk: DeskUnderTest, server: ScriptedMastodon, plan: RoundPlan, mentions: [Int: Int64]
  ) {
    self.desk = desk
    self.server = server
    self.plan = plan
    self.mentions = mentions
  }

  /// Kinds of acts that could not be done here, for example for want of a program.
  var leftOut: Set<String> { left.withLock { $0 } }

  /// Does what the plan says, each step at its time whatever the others take.
  func act() async throws {
    server.faults.ignoresIdempotencyKey = plan.ignoresKeys
    server.faults.publishing = plan.publishing
    server.faults.refusals = Array(
      repeating: .error(status: 503), count: plan.refusedLooks)
    let start = ContinuousClock.now
    try await withThrowingTaskGroup(of: Void.self) { group in
      for step in plan.steps {
        group.addTask {
          try await Task.sleep(until: start.advanced(by: .milliseconds(step.at)))
          try await self.perform(step)
        }
      }
      try await group.waitForAll()
    }
  }

  private func perform(_ step: Step) async throws {
    switch step.act {
    case .kill(let number, let wait):
      await desk.service(number).kill()
      try await Task.sleep(for: .milliseconds(wait))
      try desk.service(number).start()
    case .end(let number, let wait):
      await desk.service(number).end()
      try await Task.sleep(for: .milliseconds(wait))
      try desk.service(number).start()
    case .freeze(let number, let time):
      desk.service(number).freeze()
      try await Task.sleep(for: .milliseconds(time))
      desk.service(number).thaw()
    case .jump(let seconds): try desk.clock.jump(seconds: seconds)
    case .lock(let time):
      if try await !desk.lock(milliseconds: time) { leaveOut("lock: there is no sqlite3") }
    case .fillDisk(let time):
      guard let disk = desk.disk else { return leaveOut("fillDisk: no small disk here") }
      disk.fill()
      try await Task.sleep(for: .milliseconds(time))
      disk.empty()
    default: try await decide(step)
    }
  }

  private func leaveOut(_ what: String) { left.withLock { _ = $0.insert(what) } }

  // MARK: Verbs

  private func decide(_ step: Step) async throws {
    switch step.act {
    case .post(let message, let minutes):
      try await call(
        step, ["post", "add", "--at", "+\(minutes)m", "--account", "main", plan.text(message)],
        message: message)
    case .reply(let message):
      guard let mention = mentions[message] else { return }
      try await call(
        step, ["reply", "--despite", "\(mention)", plan.text(message)], message: message)
    case .takeBack(let message):
      guard let item = items.withLock({ $0[message] }) else { return }
      let isReply = plan.replies.contains(message)
      try await call(
        step, isReply ? ["reply", "--recall", "\(item)"] : ["post", "drop", "\(item)"])
    case .move(let message, let minutes):
      guard let item = items.withLock({ $0[message] }) else { return }
      try await call(step, ["post", "move", "--at", "+\(minutes)m", "\(item)"])
    case .pause(let everything):
      try await call(
        step, ["pause"] + (everything ? ["--all"] : []),
        seat: everything ? History.everythingSeat : "posts")
    case .resume(let sends): try await resume(step, sendsOverdue: sends)
    default: break
    }
  }

  @discardableResult
  private func call(
    _ step: Step, _ verb: [String], seat: String = "ana", message: Int? = nil
  ) async throws -> Child.Ending {
    let began = desk.clock.now
    let ending = try await desk.call(verb, seat: seat, killedAfter: step.killedAfter)
    var call = History.Call(
      step.act, began: began, ended: desk.clock.now, status: ending.status)
    if let message, ending.status == 0,
      let item = VerbRecords.read(VerbRecords.Item.self, ending.output).first
    {
      call.item = item.id
      call.text = item.text
      items.withLock { $0[message] = item.id }
    }
    let receipt = VerbRecords.read(VerbRecords.Receipt.self, ending.output).first
    call.inFlight = Set(receipt?.inFlight ?? [])
    calls.withLock { $0.append(call) }
    return ending
  }

  /// Resumes as a person does: told which posts need a verdict, it gives one and asks again.
  @discardableResult
  func resume(_ step: Step, sendsOverdue: Bool) async throws -> Child.Ending {
    var verdicts: [String] = []
    while true {
      let ending = try await call(step, ["resume", "--reason", "all clear"] + verdicts)
      let asked = VerbRecords.named(in: ending.error)
      guard ending.status == 2, !asked.isEmpty, verdicts.count < 60 else { return ending }
      for item in asked { verdicts += [sendsOverdue ? "--send" : "--drop", item] }
    }
  }
}

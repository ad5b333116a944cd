import DeskCore

@testable import DeskServices
@testable import DeskTesting

/// One thing that can happen next.
enum Step: Hashable, Sendable {
  case reply, post, recall(OutgoingID), retry(OutgoingID), approve(OutgoingID), settle(OutgoingID)
  case pause(Pause.Scope), resume
  case admit(Int), request(Int), answer(Int), giveUp(Int), store(Int), look(Int), crash(Int)
  case deliver(Int), deliverTwice(Int), lose(Int), askToWait(Int)
  case time(Int64)
}

extension World {
  /// The worlds that can follow, each with what happened.
  func next() -> [(Step, World)] {
    steps.compactMap { step in
      var world = self
      do { return try world.take(step) ? (step, world) : nil } catch { return nil }
    }
  }

  private var steps: [Step] {
    var steps: [Step] = [.reply]
    if setting.hasPost { steps.append(.post) }
    for item in desk.items where !item.state.isFinal {
      steps += [.recall(item.id), .retry(item.id), .settle(item.id)]
      if setting.needsApproval { steps.append(.approve(item.id)) }
    }
    steps += closed == nil ? [.pause(.posts), .pause(.everything)] : [.resume]
    for index in processes.indices {
      switch processes[index].flight?.phase {
      case nil: steps += [.admit(index), .look(index)]
      case .admitted: steps.append(.request(index))
      case .waiting: steps += [.answer(index), .giveUp(index)]
      default: steps.append(.store(index))
      }
      if crashes < setting.mostCrashes { steps.append(.crash(index)) }
    }
    for index in network.indices where !network[index].isServed {
      steps += [.deliver(index), .lose(index), .askToWait(index)]
      if setting.honoursKeys, doubled == 0 { steps.append(.deliverTwice(index)) }
    }
    if moves < setting.mostMoves { steps += [.time(10), .time(31)] }
    return steps
  }

  /// Takes one step; false when it cannot happen now.
  mutating func take(_ step: Step) throws -> Bool {
    switch step {
    case .admit(let index): return try admit(index)
    case .request(let index): return request(index)
    case .answer(let index): return answer(index)
    case .giveUp(let index): processes[index].flight?.phase = .unknown
    case .store(let index): return try store(index)
    case .look(let index): return try look(index)
    case .crash(let index):
      crashes += 1
      processes[index] = Process(hold: LeaseHold(holder: "\(index)-\(crashes)"))
    case .deliver(let index): serve(index)
    case .deliverTwice(let index):
      doubled += 1
      publish(network[index])
      serve(index)
    case .lose(let index): network.remove(at: index)
    case .askToWait(let index): askToWait(index)
    case .time(let seconds): return pass(.seconds(seconds))
    default: return try act(step)
    }
    return true
  }

  // MARK: The person

  private mutating func act(_ step: Step) throws -> Bool {
    switch step {
    case .reply:
      guard desk.items.count(where: { $0.content.answersPerson }) < 1 else { return false }
      let id = MentionID(rawValue: 1)
      let version = desk.mention(id)?.version ?? 0
      try run(.reply(id, text: "Sorry!", isDirect: false, seenVersion: version))
      permitLast()
    case .post:
      guard !desk.items.contains(where: { $0.content.kind == .post }) else { return false }
      try run(.schedulePost(account: Self.account, text: "Sale", dueAt: now.adding(.seconds(10))))
      permitLast()
    case .recall(let id): try run(.recall(id))
    case .retry(let id):
      try run(.retry(id))
      // A person who sends once more what is known not to have arrived may see it twice, never thrice.
      permits[id, default: 0] += network.contains { $0.item == id } ? 1 : 0
    case .approve(let id):
      let digest = desk.item(id)?.decided.digest ?? ""
      try run(.approve(id, digest: digest, text: nil), as: Self.ben)
    case .settle(let id):
      guard !network.contains(where: { $0.item == id && !$0.isServed }) else { return false }
      try run(.settle(id, wasSent: published.contains { $0.item == id }))
    case .pause(let scope):
      try run(.pause(scope, reason: "storm"))
      closed = scope
    case .resume:
      let stopped = desk.items.filter { $0.state == .held || $0.state == .missed }
      let verdicts = Dictionary(
        uniqueKeysWithValues: stopped.filter { $0.state == .missed || $0.dueAt <= now }
          .map { ($0.id, ResumeVerdict.send) })
      try run(.resume(reason: "over", verdicts: verdicts))
      closed = nil
    default: return false
    }
    return true
  }

  private mutating func permitLast() {
    guard let item = desk.items.last else { return }
    permits[item.id] = 1
    words[item.id] = [item.content.digest]
  }

  private mutating func run(_ command: DeskCommand, as seat: Seat = World.ana) throws {
    let store = MemoryDesk(desk)
    let key = UInt8(desk.items.count + 1)
    let entry = AccountBook(connectors: [Self.platform])
    let rules = DeskRules(
      accounts: entry,
      approvals: setting.needsApproval
        ? ApprovalsByLevel(answers: ApprovalNeed([1])) : ApprovalsByLevel(),
      countdownSeconds: 10, randomBytes: { [UInt8](repeating: key, count: 16) })
    _ = try CommandHandler(store: store, rules: rules).execute(command, as: seat, at: now)
    desk = store.snapshot
    guard setting.fault == .gateForgetsThePause else { return }
    for index in desk.items.indices where desk.items[index].state == .held {
      desk.items[index].state = .queued
    }
  }

  private static let platform = FakeConnector()

  // MARK: The services

  private mutating func admit(_ index: Int) throws -> Bool {
    var hold = processes[index].hold
    let transaction = MemoryTransaction(desk)
    let (pause, items) = (transaction.state.pause, transaction.state.items)
    breakGate(transaction)
    let before = hold
    guard try hold.take(transaction, at: now, flying: { [] }) else {
      processes[index].hold = hold
      return hold != before
    }
    if setting.fault == .recoverySendsAgain { sendAgain(transaction, items) }
    let admitted = try DeliveryLane.admit(transaction, account: Self.account, now: now)
    desk = transaction.state
    desk.pause = pause
    processes[index].hold = hold
    if let item = admitted?.item {
      processes[index].flight = Flight(item: item, phase: .admitted)
      checkAdmission(item)
    }
    return true
  }

  private func breakGate(_ transaction: MemoryTransaction) {
    if setting.fault == .gateForgetsThePause { transaction.state.pause = nil }
    guard setting.fault == .gateForgetsApprovals else { return }
    for index in transaction.state.items.indices
    where transaction.state.items[index].state == .awaitingApproval {
      transaction.state.items[index].state = .queued
      transaction.state.items[index].decided.need = .none
    }
  }

  private func sendAgain(_ transaction: MemoryTransaction, _ before: [OutgoingItem]) {
    for item in before where item.state == .sending {
      transaction.state.items[Int(item.id.rawValue) - 1].state = .queued
    }
  }

  private mutating func request(_ index: Int) -> Bool {
    guard let flight = processes[index].flight else { return false }
    let transaction = MemoryTransaction(desk)
    guard let admitted = Admitted.again(flight.item, transaction) else { return false }
    if DeliveryLane.isStale(admitted, now: now) {
      processes[index].flight?.phase = .unknown
      return true
    }
    let item = flight.item
    network.append(
      Request(
        item: item.id, attempt: item.attempts, key: item.key,
        digest: setting.fault == .wordsChange ? "other words" : item.content.digest,
        process: index, sentAt: now))
    processes[index].flight?.phase = .waiting
    return true
  }

  private mutating func answer(_ index: Int) -> Bool {
    guard let flight = processes[index].flight,
      let place = network.firstIndex(where: {
        $0.process == index && $0.item == flight.item.id && $0.attempt == flight.item.attempts
          && $0.isServed
      })
    else { return false }
    network.remove(at: place)
    processes[index].flight?.phase = .sent
    return true
  }

  private mutating func store(_ index: Int) throws -> Bool {
    guard let flight = processes[index].flight else { return false }
    let fate: DeliveryLog.Fate =
      switch flight.phase {
      case .sent: .sent(native: "p-\(flight.item.id)")
      case .later: .later(now.adding(.seconds(10)))
      case .absent: .absent
      default: .unknown("no answer")
      }
    let transaction = MemoryTransaction(desk)
    try DeliveryLog(tx: transaction, now: now)
      .store(fate, of: flight.item.id, attempt: flight.item.attempts)
    desk = transaction.state
    processes[index].flight = nil
    checkStates()
    return true
  }

  /// Looks for what is unknown; the platform says that it is not there only once it can be sure.
  private mutating func look(_ index: Int) throws -> Bool {
    guard processes[index].hold.holds(at: now),
      let item = desk.items.first(where: { $0.state == .unknown }), let at = item.admittedAt,
      now.since(at) >= DeliveryLane.settling
    else { return false }
    if published.contains(where: { $0.item == item.id }) {
      processes[index].flight = Flight(item: item, phase: .sent)
    } else if now.since(at) >= Self.settleTime {
      processes[index].flight = Flight(item: item, phase: .absent)
    } else {
      return false
    }
    return true
  }

  // MARK: Network and server

  private mutating func serve(_ index: Int) {
    network[index].isServed = true
    publish(network[index])
    // Nobody waits for the answer of what was given up.
    network.removeAll { request in
      guard request.isServed else { return false }
      let flight = processes[request.process].flight
      return flight?.phase != .waiting || flight?.item.id != request.item
        || flight?.item.attempts != request.attempt
    }
  }

  private mutating func publish(_ request: Request) {
    if setting.honoursKeys, published.contains(where: { $0.key == request.key }) { return }
    published.append(
      Published(item: request.item, key: request.key, digest: request.digest))
    checkPublished(request)
  }

  private mutating func askToWait(_ index: Int) {
    let request = network.remove(at: index)
    guard let flight = processes[request.process].flight, flight.phase == .waiting,
      flight.item.id == request.item, flight.item.attempts == request.attempt
    else { return }
    processes[request.process].flight?.phase = .later
  }

  /// Time passes; a request is served or lost before the platform may be asked about it.
  private mutating func pass(_ span: Span) -> Bool {
    let then = now.adding(span)
    let isLate = network.contains { !$0.isServed && then.since($0.sentAt) >= Self.settleTime }
    if isLate, setting.fault != .serverTakesForEver { return false }
    now = then
    moves += 1
    return true
  }
}

extension Admitted {
  /// The proof for an item that this process was given; the gate alone makes proofs, so it is asked
  /// again about the item as it was, on a copy of the desk.
  static func again(_ item: OutgoingItem, _ transaction: MemoryTransaction) -> Admitted? {
    var queued = item
    queued.state = .queued
    queued.attempts -= 1
    let view = Gate.View()
    queued.decided.need = .none
    queued.decided.seen = nil
    guard
      case .admit(let proof) = Gate.decide(queued, given: view, now: item.admittedAt ?? item.dueAt)
    else { return nil }
    return proof
  }
}

import DeskCore
import DeskTesting

/// Invents rounds.
struct RoundPlanner {
  private var random: SeededRandom
  private let seed: UInt64
  private let ignoresKeys: Bool
  private var steps: [Step] = []
  private var messages = 0

  /// How long acts go on, in milliseconds.
  static let length = 1_300
  /// How many mentions a round may answer.
  static let mentions = 3

  /// The round of a seed.
  static func plan(seed: UInt64) -> RoundPlan {
    var planner = RoundPlanner(seed: seed)
    return planner.make()
  }

  private init(seed: UInt64) {
    self.seed = seed
    // Mixed first: seeds that follow each other would give almost the same numbers.
    var mixer = SeededRandom(seed: seed)
    random = SeededRandom(seed: mixer.next())
    ignoresKeys = random.next() % 10 < 4
  }

  private mutating func make() -> RoundPlan {
    messages(replies: number(0...Self.mentions), posts: number(1...3))
    pauses()
    harm()
    let publishing = (0..<10).map { _ in fault() }
    let looks = chance(15) ? number(1...3) : 0
    let ordered = steps.enumerated().sorted {
      ($0.element.at, $0.offset) < ($1.element.at, $1.offset)
    }
    return RoundPlan(
      seed: seed, ignoresKeys: ignoresKeys, publishing: publishing, refusedLooks: looks,
      steps: ordered.map(\.element))
  }

  // MARK: What people do

  private mutating func messages(replies: Int, posts: Int) {
    for _ in 0..<replies { decide(.reply(message: messages), isPost: false) }
    for _ in 0..<posts {
      decide(.post(message: messages, minutes: chance(10) ? 2 : 1), isPost: true)
    }
  }

  private mutating func decide(_ act: Act, isPost: Bool) {
    let start = number(0...(isPost ? 300 : 700))
    add(start, act)
    if chance(20) { add(start + number(40...900), .takeBack(message: messages)) }
    if isPost, chance(15) {
      add(start + number(40...900), .move(message: messages, minutes: 1))
    }
    messages += 1
  }

  private mutating func pauses() {
    guard chance(85) else { return }
    var time = number(0...Self.length)
    add(time, .pause(everything: chance(50)))
    if chance(25) { add(time + number(0...400), .pause(everything: chance(50))) }
    while chance(45), time < Self.length {
      time += number(20...500)
      add(time, .resume(sendsOverdue: chance(60)))
      guard chance(50) else { return }
      time += number(0...400)
      add(time, .pause(everything: chance(50)))
    }
  }

  // MARK: What befalls them

  private mutating func harm() {
    for service in 0..<2 {
      if chance(25) { add(anyTime, .kill(service: service, restartAfter: number(10...700))) }
      if chance(6) { add(anyTime, .end(service: service, restartAfter: number(10...700))) }
      if chance(15) { add(anyTime, .freeze(service: service, for: number(20...1_500))) }
    }
    if chance(12) {
      let spans = [-3_000, -60, -5, 5, 40, 200, 3_600, 9 * 3_600]
      add(anyTime, .jump(seconds: spans[number(0...(spans.count - 1))]))
    }
    if chance(15) { add(anyTime, .lock(for: number(50...1_200))) }
    if chance(10) { add(anyTime, .fillDisk(for: number(50...900))) }
  }

  private mutating func fault() -> ServerFaults.PublishFault? {
    guard chance(55) else { return nil }
    // A server that works on a request for longer than a desk waits for it, a minute, cannot be told
    // from one that lost it.
    let most = 700
    switch number(0...(ignoresKeys ? 8 : 9)) {
    case 0: return .late(number(5...most))
    case 1: return .acceptedBehindAClosedConnection(number(5...most))
    case 2: return .lost
    case 3: return .answeredLate(number(5...900))
    case 4: return .answerLost([.closed, .silence, .badGateway][number(0...2)])
    case 5: return .answeredWithAPage
    case 6: return .refused(.limitedByRetryAfter(seconds: number(1...20)))
    case 7: return .refused(.error(status: [500, 503, 422, 403][number(0...3)]))
    case 8: return .refused(.page(status: [502, 504, 404][number(0...2)]))
    default: return .passedOnTwice
    }
  }

  // MARK: Chance

  private var anyTime: Int {
    mutating get { number(0...Self.length) }
  }

  private mutating func add(_ time: Int, _ act: Act) {
    let isVerb =
      switch act {
      case .post, .reply, .takeBack, .move, .pause, .resume: true
      default: false
      }
    let kill = isVerb && chance(7) ? number(1...60) : nil
    steps.append(Step(at: time, act, killedAfter: kill))
  }

  private mutating func number(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &random)
  }

  private mutating func chance(_ percent: Int) -> Bool { number(1...100) <= percent }
}

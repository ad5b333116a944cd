import DeskCore
import Glibc
import Testing

@testable import DeskTesting

/// Every order in which two services, a person, a network and a server can act, to a stated depth.
@Suite struct ExplorationTests {
  struct Result {
    var states = 0
    var depth = 0
    var broken: String?
    var path: [Step] = []
  }

  /// Breadth first, so that the first broken promise has the shortest story.
  static func explore(
    _ setting: Setting, after opening: [Step] = [], depth: Int
  ) throws -> Result {
    var first = try World(setting)
    for step in opening { #expect(try first.take(step)) }
    var seen: Set<Int> = [first.fingerprint]
    var result = Result(states: 1)
    // The story of each world: the index of the one before, and the step.
    var stories: [(parent: Int, step: Step)] = []
    var frontier: [(world: World, story: Int)] = [(first, -1)]
    func story(_ end: Int) -> [Step] {
      var (path, index) = ([Step](), end)
      while index >= 0 {
        path.append(stories[index].step)
        index = stories[index].parent
      }
      return path.reversed()
    }
    while result.depth < depth, !frontier.isEmpty {
      result.depth += 1
      var reached: [(world: World, story: Int)] = []
      for (world, parent) in frontier {
        for (step, next) in world.next() {
          guard seen.insert(next.fingerprint).inserted else { continue }
          result.states += 1
          stories.append((parent, step))
          let forgotten = next.desk.items.first { next.isForgotten($0) }
          if let broken = next.broken ?? forgotten.map({ "forgotten: item \($0.id)" }) {
            result.broken = broken
            result.path = story(stories.count - 1)
            return result
          }
          if result.depth < depth { reached.append((next, stories.count - 1)) }
        }
      }
      frontier = reached
    }
    return result
  }

  /// What is explored: the setting, what has happened before, and how many steps follow.
  static let settings: [(name: String, setting: Setting, opening: [Step], depth: Int)] = [
    ("from an empty desk", Setting(), [], 9),
    ("an answer that is due, a server that ignores keys", Setting(), [.reply, .time(10)], 9),
    (
      "an answer that is due, a server that honours keys, a network that doubles",
      Setting(honoursKeys: true), [.reply, .time(10)], 8
    ),
    ("an answer that needs a yes", Setting(needsApproval: true, mostMoves: 3), [.reply], 9),
    ("an answer and a post", Setting(hasPost: true, mostMoves: 2), [.reply, .post, .time(10)], 6),
  ]

  /// `CRISISDESK_DEPTH=2` goes two steps further, for a night.
  private static let further = getenv("CRISISDESK_DEPTH").flatMap { Int(String(cString: $0)) } ?? 0

  @Test(arguments: settings.indices)
  func everyPromiseHolds(_ index: Int) throws {
    let (name, setting, opening, depth) = Self.settings[index]
    let result = try Self.explore(setting, after: opening, depth: depth + Self.further)
    print("\(name): \(result.states) worlds, \(opening.count) + \(result.depth) steps")
    #expect(result.broken == nil, "\(result.broken ?? "") by \(result.path)")
    #expect(result.states > 1000)
  }

  static let faults: [(Setting, depth: Int, word: String)] = [
    (Setting(fault: .gateForgetsThePause), 6, "admitted while paused"),
    (Setting(mostMoves: 2, fault: .recoverySendsAgain), 9, "published 2 times"),
    (Setting(mostCrashes: 0, mostMoves: 2, fault: .serverTakesForEver), 12, "published"),
    (Setting(fault: .wordsChange), 6, "changed"),
    (Setting(needsApproval: true, fault: .gateForgetsApprovals), 6, "admitted without approval"),
  ]

  /// The check is worth something only if it finds what is broken.
  @Test(arguments: faults.indices)
  func whatIsBrokenOnPurposeIsFound(_ index: Int) throws {
    let (setting, depth, word) = Self.faults[index]
    let result = try Self.explore(setting, depth: depth)
    #expect(result.broken?.contains(word) == true, "\(result.states) worlds, nothing found")
    print("\(result.broken ?? word): \(result.states) worlds")
  }
}

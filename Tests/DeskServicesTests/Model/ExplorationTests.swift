import DeskCore
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
  static func explore(_ setting: Setting, depth: Int) throws -> Result {
    let first = try World(setting)
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

  static let settings: [(String, Setting, depth: Int)] = [
    ("a server that ignores keys", Setting(honoursKeys: false), 11),
    ("a server that honours keys, a network that doubles", Setting(honoursKeys: true), 10),
    ("an answer that needs a yes", Setting(needsApproval: true), 11),
    ("an answer and a post", Setting(hasPost: true, mostCrashes: 1, mostMoves: 2), 8),
  ]

  @Test(arguments: settings.indices)
  func everyPromiseHolds(_ index: Int) throws {
    let (name, setting, depth) = Self.settings[index]
    let started = ContinuousClock.now
    let result = try Self.explore(setting, depth: depth)
    print(
      "\(name): \(result.states) worlds to depth \(result.depth) in \(ContinuousClock.now - started)"
    )
    #expect(result.broken == nil, "\(result.broken ?? "") by \(result.path)")
    #expect(result.states > 1000)
  }

  static let faults: [(Setting, depth: Int, word: String)] = [
    (Setting(fault: .gateForgetsThePause), 6, "admitted while paused"),
    (Setting(fault: .recoverySendsAgain), 12, "published 2 times"),
    (Setting(mostCrashes: 0, fault: .serverTakesForEver), 12, "published 2 times"),
    (Setting(fault: .wordsChange), 6, "changed"),
    (Setting(needsApproval: true, fault: .gateForgetsApprovals), 6, "admitted without approval"),
  ]

  /// The check is worth something only if it finds what is broken.
  @Test(arguments: faults.indices)
  func whatIsBrokenOnPurposeIsFound(_ index: Int) throws {
    let (setting, depth, word) = Self.faults[index]
    let result = try Self.explore(setting, depth: depth)
    #expect(result.broken?.contains(word) == true, "\(result.states) worlds, nothing found")
    print("\(word): found after \(result.states) worlds by \(result.path)")
  }
}

import DeskTesting
import Testing

@testable import crisisdesk_torture

@Suite struct PlannerTests {
  @Test func aSeedAlwaysGivesTheSameRound() {
    for seed in UInt64(1)...200 {
      #expect(RoundPlanner.plan(seed: seed) == RoundPlanner.plan(seed: seed))
    }
    #expect(RoundPlanner.plan(seed: 1) != RoundPlanner.plan(seed: 2))
  }

  @Test func everyKindOfHarmHappens() {
    var kinds: Set<String> = []
    var faults: Set<String> = []
    for seed in UInt64(1)...500 {
      let plan = RoundPlanner.plan(seed: seed)
      kinds.formUnion(plan.steps.map { Self.word("\($0.act)") })
      faults.formUnion(plan.publishing.compactMap { $0.map { Self.word("\($0)") } })
    }
    #expect(kinds.count == 12)
    #expect(faults.count == 8)
  }

  @Test func stepsComeInOrderAndAnswersHaveMentions() {
    for seed in UInt64(1)...500 {
      let plan = RoundPlanner.plan(seed: seed)
      #expect(plan.steps.map(\.at) == plan.steps.map(\.at).sorted())
      #expect(plan.replies.allSatisfy { $0 < RoundPlanner.mentions })
      if plan.ignoresKeys { #expect(!plan.publishing.contains(.passedOnTwice)) }
    }
  }

  @Test func noTextIsFoundInAnother() {
    var texts: [String] = []
    for seed in UInt64(1)...30 {
      texts += (0..<6).map { RoundPlanner.plan(seed: seed).text($0) }
    }
    for (index, text) in texts.enumerated() {
      #expect(texts.count { $0.contains(text) } == 1, "\(index)")
      #expect(text.count <= 400)
    }
  }

  @Test func aPlanIsPrintedWhole() {
    for seed in UInt64(1)...50 {
      let plan = RoundPlanner.plan(seed: seed)
      let lines = plan.description.split(separator: "\n")
      #expect(lines.count == 4 + plan.steps.count)
      #expect(lines[0] == "seed \(seed)")
    }
  }

  private static func word(_ text: String) -> String { String(text.prefix { $0 != "(" }) }
}

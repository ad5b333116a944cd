import DeskCore
import TerminalUI
import Testing

@testable import DeskUI

/// A row of the queue that stands for many, and what a key on it means.
@Suite struct ClusterTests {
  private let cluster = ClusterID(rawValue: 3)

  /// So many of the hundred mentions are one cluster; one row stands for it, as the desk folds them.
  private func rig(_ count: Int, open: Int? = nil) -> Rig {
    let share = ClusterShare(
      cluster: cluster, size: count, open: open ?? count, newest: MentionID(rawValue: 90))
    var lead = Fixtures.mention(3, text: "The kettle caught fire")
    lead.cluster = share
    var rig = Rig(mentions: [Fixtures.mention(90), lead])
    rig.press("3 g")
    if rig.state.queue.selected?.id != lead.id { rig.press("j") }
    return rig
  }

  private func reach(_ count: Int) -> MentionGroup {
    MentionGroup(clusters: [
      ClusterReach(
        cluster: cluster, lead: MentionID(rawValue: 3), upTo: MentionID(rawValue: 90),
        count: count)
    ])
  }

  @Test func aKeyMeansAllThatWait() {
    var rig = rig(7)
    #expect(rig.text.contains("×7 "))
    rig.press("d")
    #expect(rig.commands == [.triage(reach(7), .judge(.noAction, note: ""))])
    rig.succeed(.done(undo: [.reopen((1...6).map { MentionID(rawValue: $0) })]))
    #expect(rig.text.contains("no action: 6 mentions"))
    #expect(rig.state.undo.count == 1)
  }

  @Test func manyAreCountedFirst() {
    var rig = rig(37)
    rig.press("t")
    #expect(rig.commands.isEmpty)
    #expect(rig.text.contains("troll for 37 mentions: type 37"))
    #expect(rig.text.contains("The kettle caught fire"))
    #expect(rig.loads.contains(.cluster(cluster)))
    rig.type("36")
    rig.press("<Enter>")
    #expect(rig.commands.isEmpty)
    rig.press("<Backspace> 7 <Enter>")
    #expect(rig.commands == [.triage(reach(37), .judge(.troll, note: ""))])
  }

  @Test func detailActsAsTheRowDoes() {
    var rig = rig(5)
    rig.press("<Enter> e")
    #expect(rig.commands == [.triage(reach(5), .judge(.handedOn, note: ""))])
  }

  @Test func notesAndSnoozesAreForAll() {
    var rig = rig(5)
    rig.press("n")
    rig.type("hoax")
    rig.press("<Enter> s 1")
    let until = rig.now.adding(.minutes(15))
    #expect(
      rig.commands == [
        .triage(reach(5), .note("hoax")),
        .triage(reach(5), .snooze(until: until, orSpike: false)),
      ])
  }

  @Test func marksMayBeRowsOfBothKinds() {
    var rig = rig(8)
    rig.press("g m m d")
    let group = MentionGroup(mentions: [MentionID(rawValue: 90)], clusters: reach(8).clusters)
    #expect(rig.commands == [.triage(group, .judge(.noAction, note: ""))])
  }

  @Test func whoIsLeftAloneAndTheStreamAreThemselves() {
    var alone = rig(5, open: 1)
    #expect(!alone.text.contains("×"))
    alone.press("d")
    #expect(alone.commands == [.judge([MentionID(rawValue: 3)], .noAction, note: "")])
    var stream = rig(5)
    stream.press("1 j")
    stream.now = stream.now.adding(.seconds(5))
    stream.press("d")
    #expect(stream.commands == [.judge([MentionID(rawValue: 3)], .noAction, note: "")])
  }

  @Test func amongTheMembersEachIsItself() {
    var rig = rig(5)
    rig.press("<Enter> <Enter>")
    #expect(rig.state.filter.cluster == cluster)
    #expect(rig.state.filterLine == "cluster:3")
    rig.press("d")
    guard case .judge? = rig.commands.last else {
      Issue.record("\(rig.commands)")
      return
    }
  }

  @Test func oneIsTakenOut() {
    var rig = rig(5)
    rig.press("X")
    #expect(rig.commands == [.split(MentionID(rawValue: 3))])
    rig.press("k X")
    #expect(rig.commands.count == 1)
    #expect(rig.text.contains("it is in no cluster"))
  }

  @Test(arguments: ["cluster:12", "author-is:press,troll", "lang:uz cluster:7 kettle"])
  func filtersAreReadAndWritten(line: String) throws {
    let filter = try FilterParser.parse(line)
    #expect(FilterPrinter.line(filter) == line)
  }

  @Test(arguments: ["cluster:", "cluster:x", "cluster:-1", "cluster:1 cluster:2", "author-is:nice"])
  func badFiltersAreRefused(line: String) {
    #expect(throws: FilterProblem.self) { try FilterParser.parse(line) }
  }
}

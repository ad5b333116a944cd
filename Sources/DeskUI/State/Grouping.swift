import DeskCore

extension DeskState {
  /// The cluster for which a mention stands in the queue; nil where a row is one mention: in the
  /// stream, among the members of a cluster, and when nobody else of its cluster waits.
  func cluster(behind id: MentionID) -> ClusterShare? {
    guard focus == .queue, filter.cluster == nil else { return nil }
    var share = known(id)?.cluster
    for case .detail(let detail) in layers where detail.mention == id {
      share = detail.content?.mention.cluster ?? share
    }
    return share.flatMap { $0.open > 1 ? $0 : nil }
  }

  /// What an act on rows is for: of a row that stands for a cluster, everything that waits of it.
  func group(of ids: [MentionID]) -> MentionGroup {
    ids.reduce(into: MentionGroup()) { group, id in
      if let share = cluster(behind: id) {
        group.clusters.append(ClusterReach(share, lead: id))
      } else {
        group.mentions.append(id)
      }
    }
  }

  /// The command that does something to a group.
  func command(_ act: GroupAct, to group: MentionGroup) -> DeskCommand {
    guard group.clusters.isEmpty else { return .triage(group, act) }
    let ids = group.mentions
    return switch act {
    case .judge(let verdict, let note): .judge(ids, verdict, note: note)
    case .snooze(let until, orSpike: false): .snooze(ids, until: until)
    case .wait(let reason): .wait(ids, reason)
    case .goOn: .goOn(ids)
    case .correct(let said): .correct(ids, said)
    case .note(let text) where ids.count == 1: .note(ids[0], text: text)
    case .note, .snooze: .triage(group, act)
    }
  }

  /// Asks for the members of clusters, so that what an act is for can be read before it is done.
  mutating func askForMembers(of group: MentionGroup) -> [Effect] {
    group.clusters.flatMap { ask(.cluster($0.cluster)) }
  }

  /// The mentions of a group as far as they were read, in order.
  func mentions(of group: MentionGroup) -> [MentionID] {
    group.mentions
      + group.clusters.flatMap { reach in
        let read = members.filter { $0.cluster?.cluster == reach.cluster }.map(\.id)
        return read.isEmpty ? [reach.lead] : read
      }
  }
}

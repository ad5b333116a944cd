import DeskCore
import TerminalUI

/// What is being answered one by one: the next member takes up the words of the last answer.
struct AnswerRow: Equatable, Sendable {
  let cluster: ClusterID
  /// What was sent last; nil before the first answer.
  var text: String?
  var isDirect = false
  /// Whom an answer was queued for.
  var done: Set<MentionID> = []
}

extension DeskState {
  /// Takes one mention out of its cluster for good.
  mutating func split(_ mention: Mention) -> [Effect] {
    perform(.split(mention.id))
  }

  /// Shows the members of a cluster in place of the row that stands for it.
  mutating func openCluster(_ share: ClusterShare) -> [Effect] {
    layers.removeAll {
      if case .detail = $0 { true } else { false }
    }
    focus = .queue
    var members = MentionFilter()
    members.cluster = share.cluster
    return setFilter(FilterPrinter.line(members))
  }

  /// Remembers that an answer is one of many, when it is written from the row of a cluster.
  mutating func beginRow(at mention: Mention) {
    if let row = answerRow, row.cluster == mention.cluster?.cluster { return }
    let isMember = filter.cluster != nil && filter.cluster == mention.cluster?.cluster
    let share = isMember ? mention.cluster : cluster(behind: mention.id)
    answerRow = share.map { AnswerRow(cluster: $0.cluster) }
  }

  /// After an answer: whoever says nearly the same comes next.
  mutating func goOn(after item: OutgoingItem) -> [Effect] {
    guard var row = answerRow, let id = item.content.mention,
      case .reply(_, let text, let isDirect, _, _)? = lastReply
    else { return [] }
    row.text = text
    row.isDirect = isDirect
    row.done.insert(id)
    answerRow = row
    return ask(.cluster(row.cluster))
  }

  /// Takes in the open members of a cluster.
  mutating func takeIn(_ members: [Mention], of cluster: ClusterID) -> [Effect] {
    self.members.removeAll { $0.cluster?.cluster == cluster }
    self.members += members
    guard let row = answerRow, row.cluster == cluster, let text = row.text, !takesKeys else {
      return []
    }
    let free = members.filter { member in
      !row.done.contains(member.id) && member.claim?.blocks(seat, at: now) != true
    }
    answerRow?.text = nil
    guard let next = free.first else {
      answerRow = nil
      say(Words.rowAnswered, .done)
      return []
    }
    if case .detail = layers.last { layers.removeLast() }
    say(Words.nextOfRow(next, left: free.count), .done)
    let draft = Draft(
      mention: next.id, seat: seat, text: text, isDirect: row.isDirect,
      seenVersion: next.version, savedAt: now)
    let effects = compose(next, direct: row.isDirect, draft: draft)
    changeTop { layer in
      guard case .composer(var composer, let problem) = layer else { return }
      composer.carried = text
      layer = .composer(composer, problem: problem)
    }
    return effects
  }
}

import DeskCore
import TerminalUI

/// What the screen says of mentions that say nearly the same.
extension Words {
  static func detailCluster(_ share: ClusterShare) -> String {
    "\(share.size) say nearly the same, \(share.open) of them wait"
  }
  static func detailMember(_ mention: Mention, now: Timestamp) -> String {
    let author = mention.incoming.author
    let reach = followers(author.followers).filter { $0 != " " }
    let age = ClockText.length(now.since(mention.seenAt))
    return "\(handle(SafeText.line(author.handle))) (\(reach), \(age) ago): "
      + SafeText.line(mention.incoming.text)
  }
  static func detailClusterKeys(_ share: ClusterShare) -> String {
    "In the queue they are one row: a verdict is for all that wait, an answer for one person. "
      + "Enter lists them, as /cluster:\(share.cluster.rawValue) does; X takes this one out."
  }
  static func nextOfRow(_ mention: Mention, left: Int) -> String {
    let others = left == 1 ? "the last one" : "\(left) left"
    return "next: @\(SafeText.line(mention.incoming.author.handle)) says nearly the same "
      + "(\(others)); make the words theirs, or Esc ends the row"
  }
  static let rowAnswered = "nobody else who says this waits for an answer"
}

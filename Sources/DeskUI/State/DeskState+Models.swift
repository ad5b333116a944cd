import DeskCore
import TerminalUI

extension DeskState {
  /// What the detail view shows; nil while nothing of the mention is loaded.
  func detailModel(_ layer: DetailLayer) -> DetailModel? {
    guard let mention = layer.content?.mention ?? known(layer.mention) else { return nil }
    let content = layer.content
    var model = DetailModel(
      mention: mention, entries: content?.conversation ?? [], card: content?.author,
      reasons: content?.reasons ?? [], draft: content?.draft,
      correction: content?.correction, seat: seat, now: now, zone: zone)
    model.members = (content?.members ?? []).filter { $0.id != mention.id }
    model.readers = readers(of: mention.conversation)
    model.level = status.level
    if let content, let run = content.service.run(of: mention.id, by: service, content.moves) {
      model.reading = run.reading(at: now)
      model.rule = run.wait.map {
        service.rule(level: run.level, intent: $0.intent, followers: $0.followers)
      }
    }
    return model
  }

  /// What the receipt of a pause shows.
  func receiptModel(_ receipt: PauseReceipt) -> PauseReceiptModel {
    PauseReceiptModel(
      receipt: receipt, items: posts.board.posts + posts.board.outbox,
      native: posts.board.native, now: now, zone: zone)
  }

  /// What the graph shows.
  var graphModel: GraphModel {
    var model = GraphModel(
      state: graph.state, buckets: graph.buckets, marks: graph.marks,
      range: graph.range ?? graph.state.range(now: now, zone: zone), readAt: graph.readAt,
      now: now, zone: zone)
    model.usual = graph.usual
    return model
  }

  /// Why a mention stands where it stands, as a sum that a person can check.
  func whyNotice(_ mention: Mention) -> Notice {
    let model = DetailModel(mention: mention, seat: seat, now: now, zone: zone)
    let lines = UrgencyLine.lines(model).map {
      $0.name + String(repeating: " ", count: max(1, $0.gap)) + $0.amount
    }
    let author = mention.incoming.author
    let head = [Words.whoPosted(author, platform: mention.incoming.platform), ""]
    return Notice(title: Words.whyTitle, lines: head + lines + ["", Words.whyOrder(queueOrder)])
  }
}

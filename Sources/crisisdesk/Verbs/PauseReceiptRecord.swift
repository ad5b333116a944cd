import DeskCore
import DeskServices
import DeskStore
import DeskUI
import TerminalUI

/// A pause receipt as the verbs print it.
struct PauseReceiptRecord: Encodable {
  struct Native: Encodable {
    let account: String
    let native: String
    let dueAt: String
    let hold: String
    let detail: String
    let text: String

    init(_ post: NativePost) {
      account = post.account.rawValue
      native = post.native
      dueAt = post.dueAt.rfc3339
      hold = post.hold.rawValue
      detail = post.detail
      text = post.text
    }

    private enum CodingKeys: String, CodingKey {
      case account, native, hold, detail, text
      case dueAt = "due_at"
    }
  }

  let id: Int64
  let closedAt: String
  let by: String
  let scope: String
  let over: String
  let reason: String
  let remindEverySeconds: Int64?
  let isNew: Bool
  let sentSince: [Int64]
  let held: [Int64]
  let inFlight: [Int64]
  let items: [ItemRecord]
  let nativeHeld: [Native]
  let nativeNotHeld: [Native]
  let outOfReach: [String]
  let others: [String]

  init(_ receipt: PauseReceipt) {
    id = receipt.pause.id
    closedAt = receipt.pause.at.rfc3339
    by = receipt.pause.seat.rawValue
    scope = receipt.pause.scope.rawValue
    over = receipt.pause.target.description
    reason = receipt.pause.reason
    remindEverySeconds = receipt.pause.remindEvery?.seconds
    isNew = receipt.isNew
    sentSince = receipt.sentSince.map(\.rawValue)
    held = receipt.held.map(\.rawValue)
    inFlight = receipt.inFlight.map(\.rawValue)
    items = receipt.items.values.sorted { $0.id < $1.id }.map(ItemRecord.init)
    nativeHeld = receipt.nativeHeld.map(Native.init)
    nativeNotHeld = receipt.nativeNotHeld.map(Native.init)
    outOfReach = receipt.outOfReach.map(\.rawValue)
    others = receipt.others.map(\.target.description)
  }

  private enum CodingKeys: String, CodingKey {
    case id, by, scope, over, reason, held, items, others
    case closedAt = "closed_at"
    case remindEverySeconds = "remind_every_s"
    case isNew = "new"
    case sentSince = "sent_since"
    case inFlight = "in_flight"
    case nativeHeld = "native_held"
    case nativeNotHeld = "native_not_held"
    case outOfReach = "out_of_reach"
  }
}

extension DeskSession {
  /// Prints what a pause did, for people or as one JSON object.
  func print(_ receipt: PauseReceipt) throws {
    if json { return try Output.json(PauseReceiptRecord(receipt)) }
    for line in words.receipt(receipt) { Output.line(line) }
  }

  /// The receipt of every pause that stands, widest first, from what is stored now.
  func receipts() throws -> [PauseReceipt] {
    let pauses = try store.standingPauses()
    let now = Timestamp.now
    let items =
      try store.posts(now: now, limit: 100_000) + store.outbox(now: now, limit: 100_000)
    let native = try store.nativePosts()
    let able = accounts.entries.filter { $0.value.capabilities.contains(.post) }
    return try pauses.map { pause in
      PauseReceipt(
        of: pause, isNew: false, items: items, admitted: try store.admitted(since: pause.at),
        native: native,
        accounts: able.mapValues { $0.capabilities.contains(.nativeSchedule) },
        others: pauses.filter { $0.id != pause.id })
    }
  }
}

import DeskCore

/// What a pause did, as it can be shown: the receipt, and what became since of what it names.
struct PauseReceiptModel: Hashable, Sendable {
  /// The receipt as the pause gave it.
  var receipt: PauseReceipt
  /// Posts and answers as they are stored now.
  var items: [OutgoingItem]
  /// Posts on the platforms' own schedulers as they stand now.
  var native: [NativePost]
  /// The time now.
  var now: Timestamp
  /// The desk's zone.
  var zone: DeskZone

  /// Makes a model.
  init(
    receipt: PauseReceipt, items: [OutgoingItem], native: [NativePost], now: Timestamp,
    zone: DeskZone
  ) {
    self.receipt = receipt
    self.items = items
    self.native = native
    self.now = now
    self.zone = zone
  }

  /// What the pause stops and the gate admitted after it all the same; always empty unless the
  /// desk is broken, which is why it is counted and not asserted.
  var admittedSince: [OutgoingItem] {
    let known = Dictionary(items.map { ($0.id, $0) }) { $1 }
    let all = receipt.sentSince.compactMap { receipt.items[$0] }.filter { known[$0.id] == nil }
    return (items + all).filter {
      receipt.pause.stops($0.content) && !receipt.inFlight.contains($0.id)
        && ($0.admittedAt.map { $0 > receipt.pause.at } ?? false)
    }
  }

  /// An item as it is stored now; nil when it is not among `items`.
  func item(_ id: OutgoingID) -> OutgoingItem? {
    items.first { $0.id == id } ?? receipt.items[id]
  }
}

internal import DeskCore

extension StoreTransaction {
  func alert(_ id: AlertID) throws -> Alert? { try AlertRow.fetch(db, id) }

  func setAlert(_ alert: Alert) throws { try AlertRow.write(db, alert) }
}

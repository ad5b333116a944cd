internal import DeskCore
internal import GRDB

extension StoreTransaction {
  func admitted(since: Timestamp) throws -> [OutgoingItem] {
    try OutgoingRow.admitted(db, since: since)
  }

  func posts(from: Timestamp, to: Timestamp) throws -> [OutgoingItem] {
    try OutgoingRow.posts(db, from: from, to: to)
  }

  func series() throws -> [PostSeries] { try PostSeriesRow.current(db) }

  func addSeries(_ series: PostSeries) throws -> PostSeries {
    try db.execute(
      sql: """
        INSERT INTO postSeries (account, text, tag, rule, zone, author, lastDay, made, isOver)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        series.account.rawValue, series.text, series.tag, series.rule.description, series.zone,
        series.author.rawValue, series.last.number, series.made, series.isOver,
      ])
    return PostSeries(
      id: SeriesID(rawValue: db.lastInsertedRowID), account: series.account, text: series.text,
      tag: series.tag, rule: series.rule, zone: series.zone, author: series.author,
      last: series.last, made: series.made, isOver: series.isOver)
  }

  func updateSeries(_ series: PostSeries) throws {
    try db.execute(
      sql: "UPDATE postSeries SET lastDay = ?, made = ?, isOver = ? WHERE id = ?",
      arguments: [series.last.number, series.made, series.isOver, series.id.rawValue])
  }
}

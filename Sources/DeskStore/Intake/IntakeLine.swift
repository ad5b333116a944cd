internal import GRDB

/// Intake's own connection, made when the first batch comes, and what it remembers.
struct IntakeLine: Sendable {
  private var connection: DatabaseQueue?
  /// What batches before found out.
  var caches = IntakeCaches()

  /// The connection, opened if need be.
  mutating func open(path: String, log: WriteAheadLog) throws -> DatabaseQueue {
    if let connection { return connection }
    let made = try Connections.intake(path: path, log: log)
    connection = made
    return made
  }

  /// Ends the connection.
  mutating func close() throws {
    try connection?.close()
    caches.forget()
  }
}

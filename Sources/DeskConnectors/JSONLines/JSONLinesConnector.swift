public import DeskCore
import FoundationEssentials

/// A file of JSON Lines that grows, as a source that never ends: what is appended comes in, also
/// after the file was cut short or replaced. It brings in only; nothing leaves by it.
public struct JSONLinesConnector: Connector {
  /// The account under which its mentions are kept.
  public let account: Account
  /// It sees what is written to the file, as it is written.
  public let capabilities: Capabilities = [.mentions, .live]
  /// It sends nothing, so it takes no text.
  public let ruler = TextRuler(limit: 0)

  private let path: String
  private let rejects: String?
  private let interval: Duration

  /// Makes a door.
  /// - Parameters:
  ///   - account: the name under which its mentions are kept.
  ///   - path: the file, which need not exist yet.
  ///   - rejects: where bad lines are set aside; nil to only count them.
  ///   - interval: how often the file is looked at; one second by default.
  public init(
    account: AccountID, path: String, rejects: String? = nil,
    interval: Duration = .seconds(1)
  ) {
    self.account = Account(id: account, platform: .unknown, handle: "")
    self.path = path
    self.rejects = rejects
    self.interval = interval
  }

  /// Says what it can do; there is nobody to ask.
  public func probe() async throws(ConnectorError) -> Probe {
    Probe(
      account: account, capabilities: capabilities, textLimit: 0,
      limits: ["A file of JSON Lines only brings mentions in; nothing can be sent by it."])
  }

  /// Reads the file from `cursor` and follows it until cancelled.
  public func run(
    from cursor: Cursor?, deliver: @escaping @Sendable (SourceSignal) async throws -> Void
  ) async throws(ConnectorError) {
    do {
      try await follow(from: cursor, deliver)
    } catch is CancellationError {
      return
    } catch {
      throw .unavailable("\(error)")
    }
  }

  private func follow(
    from cursor: Cursor?, _ deliver: @Sendable (SourceSignal) async throws -> Void
  ) async throws {
    let file = rejects.map { RejectsFile(path: $0) }
    var reader = try JSONLinesReader(path: path, account: account.id, from: cursor) { line in
      try file?.write(line)
    }
    try await deliver(.health(health(of: reader)))
    var reported = reader.rejected
    while true {
      try Task.checkCancellation()
      if let batch = try reader.follow() {
        try await deliver(.batch(batch))
        continue
      }
      if reader.rejected != reported {
        reported = reader.rejected
        try await deliver(.health(health(of: reader)))
      }
      try await Task.sleep(for: interval)
    }
  }

  private func health(of reader: JSONLinesReader) -> SourceHealth {
    let now = Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
    let bad = reader.rejected
    return SourceHealth(
      account: account.id, state: .live, detail: bad == 0 ? "" : "\(bad) bad lines set aside",
      heardAt: now, reportedAt: now)
  }

  private static let silent = ConnectorError.unsupported(
    "a file of JSON Lines only brings mentions in")

  /// Refuses: nothing leaves by a file.
  public func send(_ admitted: Admitted) async throws(ConnectorError) -> WriteResult {
    throw Self.silent
  }

  /// Nothing ever left by it.
  public func find(_ item: OutgoingItem) async throws(ConnectorError) -> Found? { .absent }

  /// It has no scheduler.
  public func nativePosts() async throws(ConnectorError) -> [NativePost] { [] }

  /// It has no scheduler.
  public func hold(
    _ admitted: AdmittedHold, now: Timestamp
  ) async throws(ConnectorError) -> NativePost { throw Self.silent }
}

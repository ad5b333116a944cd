import NIOCore
import NIOHTTP1
import NIOWebSocket
import Synchronization

extension ScriptedMastodon {
  /// The stream that a request asks for; nil when it asks for none.
  static func stream(_ request: ServerRequest) -> [String]? {
    let parts = request.path.split(separator: "/").map(String.init)
    guard request.method == "GET", parts.count >= 3, parts[2] == "streaming" else { return nil }
    let name = parts.count > 3 ? parts[3] : request.value("stream") ?? "user"
    return [name] + (request.value("tag").map { [$0.lowercased()] } ?? [])
  }

  private static let counter = Atomic(0)

  private func listen(
    _ wants: @escaping @Sendable ([String]) -> Bool, until closed: EventLoopFuture<Void>
  ) -> (Int, AsyncStream<Event>) {
    let (events, continuation) = AsyncStream.makeStream(of: Event.self)
    let number = Self.counter.add(1, ordering: .relaxed).newValue
    listeners.withLock {
      $0[number] = Listener(wants: wants, continuation: continuation)
    }
    closed.whenComplete { [weak self] _ in
      _ = self?.listeners.withLock { $0.removeValue(forKey: number) }
      continuation.finish()
    }
    return (number, events)
  }

  /// Whether the next event is to be cut; counts.
  private func cutsNow() -> Bool {
    state.withLock { state in
      guard state.faults.cuts > 0 else { return false }
      state.faults.cuts -= 1
      return true
    }
  }

  // MARK: Server-sent events

  func stream(
    _ name: [String], _ channel: ServerHTTPChannel,
    _ outbound: NIOAsyncChannelOutboundWriter<HTTPPart<HTTPResponseHead, ByteBuffer>>
  ) async throws {
    state.withLock { $0.log.requests.append("STREAM \(name.joined(separator: " "))") }
    let headers = HTTPHeaders([("content-type", "text/event-stream")])
    try await outbound.write(
      .head(HTTPResponseHead(version: .http1_1, status: .ok, headers: headers)))
    try await outbound.write(.body(ByteBuffer(string: ":)\n")))
    let (number, events) = listen({ $0 == name }, until: channel.channel.closeFuture)
    defer { listeners.withLock { _ = $0.removeValue(forKey: number) } }
    for await event in events {
      let text =
        event.name.isEmpty
        ? ":thump\n" : "event: \(event.name)\ndata: \(event.payload)\n\n"
      let bytes = Array(text.utf8)
      if !event.name.isEmpty, cutsNow() {
        try await outbound.write(.body(ByteBuffer(bytes: bytes[..<(bytes.count / 2)])))
        return
      }
      if faults.drips {
        for byte in bytes { try await outbound.write(.body(ByteBuffer(bytes: [byte]))) }
      } else {
        try await outbound.write(.body(ByteBuffer(bytes: bytes)))
      }
    }
  }

  // MARK: WebSocket

  func serve(_ channel: ServerSocketChannel, _ request: ServerRequest) async throws {
    state.withLock { $0.log.requests.append("SOCKET \(request.value("stream") ?? "")") }
    let box = SubscriptionBox(subscribed: [Self.stream(request) ?? ["user"]])
    try await channel.executeThenClose { inbound, outbound in
      let (number, events) = listen(
        { box.contains($0) }, until: channel.channel.closeFuture)
      defer { listeners.withLock { _ = $0.removeValue(forKey: number) } }
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask {
          for try await frame in inbound where frame.opcode == .text {
            box.read(String(buffer: frame.unmaskedData))
          }
        }
        group.addTask { try await self.pump(events, box, outbound) }
        try await group.next()
        group.cancelAll()
      }
    }
  }

  private func pump(
    _ events: AsyncStream<Event>, _ box: SubscriptionBox,
    _ outbound: NIOAsyncChannelOutboundWriter<WebSocketFrame>
  ) async throws {
    for await event in events {
      guard !event.name.isEmpty else {
        try await outbound.write(
          WebSocketFrame(fin: true, opcode: .ping, data: ByteBuffer(string: "thump")))
        continue
      }
      if cutsNow() { return }
      for stream in event.streams where box.contains(stream) {
        let message = ServerWire.SocketMessage(
          stream: stream, event: event.name, payload: event.payload)
        try await send(ServerWire.json(message), outbound)
      }
    }
  }

  // Under `drips` a message comes as many small fragments.
  private func send(
    _ text: String, _ outbound: NIOAsyncChannelOutboundWriter<WebSocketFrame>
  ) async throws {
    let bytes = Array(text.utf8)
    let size = faults.drips ? 7 : bytes.count
    for start in stride(from: 0, to: bytes.count, by: max(1, size)) {
      let end = min(start + size, bytes.count)
      try await outbound.write(
        WebSocketFrame(
          fin: end == bytes.count, opcode: start == 0 ? .text : .continuation,
          data: ByteBuffer(bytes: bytes[start..<end])))
    }
  }
}

/// What one WebSocket is subscribed to.
final class SubscriptionBox: Sendable {
  private let streams: Mutex<Set<[String]>>
  init(subscribed: Set<[String]>) { streams = Mutex(subscribed) }

  func contains(_ stream: [String]) -> Bool { streams.withLock { $0.contains(stream) } }

  /// Reads `{"type":"subscribe","stream":"hashtag","tag":"x"}`.
  func read(_ text: String) {
    let values = text.split(separator: "\"").map(String.init)
    guard text.contains("\"subscribe\""), let name = Self.value("stream", values) else { return }
    let tag = Self.value("tag", values).map { [$0.lowercased()] } ?? []
    streams.withLock { _ = $0.insert([name] + tag) }
  }

  private static func value(_ name: String, _ values: [String]) -> String? {
    guard let index = values.firstIndex(of: name), index + 2 < values.count else { return nil }
    return values[index + 2]
  }
}

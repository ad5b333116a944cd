import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL
import NIOWebSocket
import Synchronization

typealias ServerHTTPChannel = NIOAsyncChannel<
  HTTPServerRequestPart, HTTPPart<HTTPResponseHead, ByteBuffer>
>
typealias ServerSocketChannel = NIOAsyncChannel<WebSocketFrame, WebSocketFrame>

/// What a connection became.
enum ServerConnection: Sendable {
  case http(ServerHTTPChannel)
  case socket(ServerSocketChannel, ServerRequest)
}

extension ScriptedMastodon {
  /// Ends the server and every connection; the state stays for ``restart()``.
  public func stop() async {
    let running = running.withLock { running in
      defer { running = nil }
      return running
    }
    running?.cancel()
    let open = channels.withLock { channels in
      defer { channels = [:] }
      return Array(channels.values)
    }
    for channel in open { try? await channel.close().get() }
    cutStreams()
  }

  /// Remembers a connection until it is closed. Ending the server closes them itself: a task that
  /// serves one may wait for what a client that went away never sent.
  private func track(_ channel: any Channel) {
    let id = ObjectIdentifier(channel)
    channels.withLock { $0[id] = channel }
    channel.closeFuture.whenComplete { [weak self] _ in
      _ = self?.channels.withLock { $0.removeValue(forKey: id) }
    }
  }

  /// Starts again on the same port with the same state.
  public func restart() async throws {
    let port = url.split(separator: ":").last.flatMap { Int($0) } ?? 0
    await stop()
    try await open(port: port)
  }

  func open(port: Int) async throws {
    let listener = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelInitializer { [certificate] channel in
        self.track(channel)
        return channel.eventLoop.makeCompletedFuture {
          guard let certificate else { return }
          try channel.pipeline.syncOperations.addHandler(
            NIOSSLServerHandler(context: try certificate.context()))
        }
      }
      .bind(host: "127.0.0.1", port: port) { channel in
        channel.eventLoop.makeCompletedFuture { try self.prepare(channel) }
      }
    track(listener.channel)
    let port = listener.channel.localAddress?.port ?? 0
    let scheme = certificate == nil ? "http" : "https"
    state.withLock { $0.root = "\(scheme)://127.0.0.1:\(port)" }
    let task = Task { [weak self] in
      _ = try? await listener.executeThenClose { connections in
        try await withThrowingDiscardingTaskGroup { group in
          for try await connection in connections {
            group.addTask { try? await self?.serve(connection.get()) }
          }
        }
      }
    }
    running.withLock { $0 = task }
  }

  private func prepare(_ channel: any Channel) throws -> EventLoopFuture<ServerConnection> {
    let upgrader = NIOTypedWebSocketServerUpgrader<ServerConnection>(
      shouldUpgrade: { channel, head in
        let mayUpgrade = self.mayUpgrade(head)
        return channel.eventLoop.makeSucceededFuture(mayUpgrade ? HTTPHeaders() : nil)
      },
      upgradePipelineHandler: { channel, head in
        channel.eventLoop.makeCompletedFuture {
          .socket(
            try ServerSocketChannel(wrappingChannelSynchronously: channel),
            Self.request(head, body: ""))
        }
      })
    return try channel.pipeline.syncOperations.configureUpgradableHTTPServerPipeline(
      configuration: .init(
        upgradeConfiguration: .init(
          upgraders: [upgrader],
          notUpgradingCompletionHandler: { channel in
            channel.eventLoop.makeCompletedFuture {
              try channel.pipeline.syncOperations.addHandler(ServerBodyHandler())
              return .http(try ServerHTTPChannel(wrappingChannelSynchronously: channel))
            }
          })))
  }

  private func mayUpgrade(_ head: HTTPRequestHead) -> Bool {
    let isAllowed =
      head.headers.first(name: "authorization") == "Bearer \(Self.token)"
      || head.headers.first(name: "sec-websocket-protocol") == Self.token
    return live == .socketOnly && isAllowed && head.uri.hasPrefix("/api/v1/streaming")
  }

  static func request(_ head: HTTPRequestHead, body: String) -> ServerRequest {
    // Through a proxy the whole address may come, as RFC 9112 wants servers to take it.
    var uri = head.uri[...]
    if uri.hasPrefix("http"), let slash = uri.dropFirst(8).firstIndex(of: "/") {
      uri = uri[slash...]
    }
    let parts = uri.split(separator: "?", maxSplits: 1)
    let fields = head.headers.map { ($0.name.lowercased(), $0.value) }
    return ServerRequest(
      method: head.method.rawValue, path: String(parts.first ?? ""),
      query: parts.count > 1 ? ServerRequest.pairs(parts[1]) : [],
      headers: Dictionary(fields) { first, _ in first }, body: body)
  }

  private func serve(_ connection: ServerConnection) async throws {
    switch connection {
    case .http(let channel): try await serve(channel)
    case .socket(let channel, let request): try await serve(channel, request)
    }
  }

  // MARK: HTTP

  private func serve(_ channel: ServerHTTPChannel) async throws {
    try await channel.executeThenClose { inbound, outbound in
      var head: HTTPRequestHead?
      var body = ByteBuffer()
      for try await part in inbound {
        switch part {
        case .head(let next):
          head = next
          body.clear()
        case .body(var next): body.writeBuffer(&next)
        case .end:
          guard let head else { return }
          let request = Self.request(head, body: String(buffer: body))
          guard try await respond(request, channel, outbound) else { return }
        }
      }
    }
  }

  /// Answers; false when the connection is to be closed.
  private func respond(
    _ request: ServerRequest, _ channel: ServerHTTPChannel,
    _ outbound: NIOAsyncChannelOutboundWriter<HTTPPart<HTTPResponseHead, ByteBuffer>>
  ) async throws -> Bool {
    if let names = Self.stream(request) {
      if live == .events, request.headers["authorization"] == "Bearer \(Self.token)" {
        try await stream(names, channel, outbound)
        return false
      }
      try await write(.complaint(404, "Not found"), outbound)
      return true
    }
    guard let answer = try await publishes(request) ? publish(request) : answer(request) else {
      return false
    }
    switch answer.loss {
    case .closed: return false
    case .silence:
      try await Task.sleep(for: .seconds(600))
      return false
    case .badGateway, nil:
      try await write(answer, outbound)
      return true
    }
  }

  private func write(
    _ answer: ServerAnswer,
    _ outbound: NIOAsyncChannelOutboundWriter<HTTPPart<HTTPResponseHead, ByteBuffer>>
  ) async throws {
    var headers = HTTPHeaders(answer.headers)
    headers.add(name: "content-length", value: String(answer.body.utf8.count))
    let status = HTTPResponseStatus(statusCode: answer.status)
    try await outbound.write(
      .head(HTTPResponseHead(version: .http1_1, status: status, headers: headers)))
    try await outbound.write(.body(ByteBuffer(string: answer.body)))
    try await outbound.write(.end(nil))
  }
}

/// Lets the server write buffers without naming NIO's wider type.
final class ServerBodyHandler: ChannelOutboundHandler {
  typealias OutboundIn = HTTPPart<HTTPResponseHead, ByteBuffer>
  typealias OutboundOut = HTTPServerResponsePart

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    switch unwrapOutboundIn(data) {
    case .head(let head): context.write(wrapOutboundOut(.head(head)), promise: promise)
    case .body(let body):
      context.write(wrapOutboundOut(.body(.byteBuffer(body))), promise: promise)
    case .end(let end): context.write(wrapOutboundOut(.end(end)), promise: promise)
    }
  }
}

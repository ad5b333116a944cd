import DeskCore
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL
import NIOWebSocket

/// A WebSocket to be opened.
struct WebSocketLink: Sendable {
  var host: String
  var port: Int
  var isSecure: Bool
  /// Path and query.
  var target: String
  var headers: [(name: String, value: String)]
  var proxy: ProxyAddress?
  /// A file of PEM certificates that are trusted beside the system's.
  var trustedCertificates: String?
  var connectTimeout: Span
  /// How long the peer may be silent before the connection counts as dead.
  var idleTimeout: Span

  private typealias FrameChannel = NIOAsyncChannel<WebSocketFrame, WebSocketFrame>

  /// Opens it, sends `greetings`, and hands over each text until the connection ends.
  func run(
    greetings: [String], opened: () async throws -> Void, alive: () async throws -> Void,
    text: (String) async throws -> Void
  ) async throws {
    let channel = try await connect()
    try await channel.executeThenClose { inbound, outbound in
      try await opened()
      for greeting in greetings {
        try await outbound.write(Self.frame(.text, ByteBuffer(string: greeting)))
      }
      for try await frame in inbound {
        switch frame.opcode {
        case .text: try await text(String(buffer: frame.unmaskedData))
        case .ping:
          try await outbound.write(Self.frame(.pong, frame.unmaskedData))
          try await alive()
        case .connectionClose: return
        default: try await alive()
        }
      }
    }
  }

  private func connect() async throws -> FrameChannel {
    let link = self
    let first = proxy ?? ProxyAddress(host: host, port: port)
    let result: EventLoopFuture<FrameChannel?>
    do {
      result = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
        .connectTimeout(.milliseconds(connectTimeout.milliseconds))
        .connect(host: first.host, port: first.port) { channel in
          link.prepare(channel)
        }
    } catch {
      throw HTTPFailure.notSent("no WebSocket connection")
    }
    let limit = connectTimeout
    let channel = try await withTimeLimit(limit) { try await result.get() }
    guard let channel else { throw HTTPFailure.notSent("the server opens no WebSocket") }
    return channel
  }

  private func prepare(_ channel: any Channel) -> EventLoopFuture<EventLoopFuture<FrameChannel?>> {
    guard proxy != nil else {
      return channel.eventLoop.makeCompletedFuture { try addProtocols(channel) }
    }
    // The upgrade must not start before the proxy has opened the way.
    let way = channel.eventLoop.makePromise(of: Void.self)
    return channel.eventLoop.makeCompletedFuture {
      try channel.pipeline.syncOperations.addHandler(
        ProxyTunnelHandler(host: host, port: port, opened: way))
      return way.futureResult.flatMapThrowing { try addProtocols(channel) }.flatMap { $0 }
    }
  }

  private func addProtocols(_ channel: any Channel) throws -> EventLoopFuture<FrameChannel?> {
    if isSecure {
      let context = try NIOSSLContext(
        configuration: TrustedCertificates.configuration(file: trustedCertificates))
      let isAddress = (try? SocketAddress(ipAddress: host, port: port)) != nil
      try channel.pipeline.syncOperations.addHandler(
        NIOSSLClientHandler(context: context, serverHostname: isAddress ? nil : host))
    }
    let idle = idleTimeout
    let upgrader = NIOTypedWebSocketClientUpgrader<FrameChannel?>(
      maxFrameSize: 1 << 22,
      upgradePipelineHandler: { channel, _ in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandlers(
            IdleStateHandler(readTimeout: .milliseconds(idle.milliseconds)),
            CloseWhenIdleHandler(),
            NIOWebSocketFrameAggregator(
              minNonFinalFragmentSize: 0, maxAccumulatedFrameCount: 4096,
              maxAccumulatedFrameSize: 1 << 22))
          return try FrameChannel(wrappingChannelSynchronously: channel)
        }
      })
    var configuration = NIOUpgradableHTTPClientPipelineConfiguration<FrameChannel?>(
      upgradeConfiguration: .init(
        upgradeRequestHead: head(), upgraders: [upgrader],
        notUpgradingCompletionHandler: { channel in
          channel.close(mode: .all, promise: nil)
          return channel.eventLoop.makeSucceededFuture(nil)
        }))
    // Frames that arrive together with the answer to the upgrade would be lost otherwise.
    configuration.leftOverBytesStrategy = .forwardBytes
    return try channel.pipeline.syncOperations.configureUpgradableHTTPClientPipeline(
      configuration: configuration)
  }

  private func head() -> HTTPRequestHead {
    var fields = HTTPHeaders()
    let isUsual = port == (isSecure ? 443 : 80)
    fields.add(name: "host", value: isUsual ? host : "\(host):\(port)")
    for header in headers { fields.add(name: header.name, value: header.value) }
    return HTTPRequestHead(version: .http1_1, method: .GET, uri: target, headers: fields)
  }

  private static func frame(_ opcode: WebSocketOpcode, _ data: ByteBuffer) -> WebSocketFrame {
    WebSocketFrame(fin: true, opcode: opcode, maskKey: .random(), data: data)
  }
}

/// Closes a connection on which nothing was heard for too long.
private final class CloseWhenIdleHandler: ChannelInboundHandler {
  typealias InboundIn = WebSocketFrame

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if event is IdleStateHandler.IdleStateEvent {
      context.close(promise: nil)
    } else {
      context.fireUserInboundEventTriggered(event)
    }
  }
}

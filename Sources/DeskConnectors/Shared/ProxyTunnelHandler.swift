import NIOCore

/// Asks an HTTP proxy for a tunnel and leaves the pipeline once it stands.
final class ProxyTunnelHandler: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private let authority: String
  private let opened: EventLoopPromise<Void>
  private var received: [UInt8] = []

  init(host: String, port: Int, opened: EventLoopPromise<Void>) {
    authority = host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
    self.opened = opened
  }

  func channelActive(context: ChannelHandlerContext) {
    let request = "CONNECT \(authority) HTTP/1.1\r\nHost: \(authority)\r\n\r\n"
    context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: request)), promise: nil)
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    received += Array(unwrapInboundIn(data).readableBytesView)
    guard received.suffix(4).elementsEqual([13, 10, 13, 10]) else {
      if received.count > 16_384 { fail(context) }
      return
    }
    let status = String(decoding: received, as: UTF8.self).split(separator: " ").dropFirst().first
    guard status == "200" else { return fail(context) }
    // Whatever was added behind this handler must see an open channel of its own.
    let opened = opened
    context.pipeline.syncOperations.removeHandler(self).whenComplete { _ in opened.succeed() }
  }

  func channelInactive(context: ChannelHandlerContext) {
    opened.fail(HTTPFailure.notSent("the proxy closed the connection"))
    context.fireChannelInactive()
  }

  private func fail(_ context: ChannelHandlerContext) {
    opened.fail(HTTPFailure.notSent("the proxy refused the tunnel"))
    context.close(promise: nil)
  }
}

import NIOCore
import NIOPosix
import Synchronization

/// An HTTP proxy on the loopback interface: opens tunnels, forwards plain requests, and remembers
/// what it was asked for.
public final class LoopbackProxy: Sendable {
  private typealias Bytes = NIOAsyncChannel<ByteBuffer, ByteBuffer>

  /// The port it listens on.
  public let port: Int
  private let refusal: String?
  private let asked: Mutex<[String]> = Mutex([])
  private let running = Mutex<Task<Void, Never>?>(nil)

  private init(port: Int, refusal: String?) {
    self.port = port
    self.refusal = refusal
  }

  /// The first lines of all requests, in order.
  public var requests: [String] { asked.withLock { $0 } }

  /// Starts one on a free port; with a `refusal`, for example `407 Proxy Authentication Required`,
  /// it opens no way to anywhere.
  public static func start(refusal: String? = nil) async throws -> LoopbackProxy {
    let listener = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .bind(host: "127.0.0.1", port: 0) { channel in
        channel.eventLoop.makeCompletedFuture {
          try Bytes(wrappingChannelSynchronously: channel)
        }
      }
    let proxy = LoopbackProxy(
      port: listener.channel.localAddress?.port ?? 0, refusal: refusal)
    let task = Task { [weak proxy] in
      _ = try? await listener.executeThenClose { connections in
        try await withThrowingDiscardingTaskGroup { group in
          for try await connection in connections {
            group.addTask { try? await proxy?.serve(connection) }
          }
        }
      }
    }
    proxy.running.withLock { $0 = task }
    return proxy
  }

  /// Ends it and every connection.
  public func stop() async {
    let task = running.withLock { running in
      defer { running = nil }
      return running
    }
    task?.cancel()
    await task?.value
  }

  private func serve(_ client: Bytes) async throws {
    try await client.executeThenClose { inbound, outbound in
      var iterator = inbound.makeAsyncIterator()
      var head = ByteBuffer()
      while !head.readableBytesView.suffix(4).elementsEqual("\r\n\r\n".utf8) {
        guard var more = try await iterator.next() else { return }
        head.writeBuffer(&more)
        // A plain request with a body comes in one piece here; its head is enough to go on.
        if String(buffer: head).contains("\r\n\r\n") { break }
      }
      let line = String(String(buffer: head).prefix { $0 != "\r\n" })
      asked.withLock { $0.append(line) }
      guard refusal == nil, let target = Self.target(of: line) else {
        let answer = "HTTP/1.1 \(refusal ?? "400 Bad Request")\r\ncontent-length: 0\r\n\r\n"
        try await outbound.write(ByteBuffer(string: answer))
        return
      }
      let server = try await Self.connect(target)
      try await server.executeThenClose { answers, requests in
        if line.hasPrefix("CONNECT ") {
          try await outbound.write(ByteBuffer(string: "HTTP/1.1 200 Connected\r\n\r\n"))
        } else {
          try await requests.write(head)
        }
        let back = Task {
          for try await bytes in answers { try await outbound.write(bytes) }
          outbound.finish()
        }
        defer { back.cancel() }
        while let bytes = try await iterator.next() { try await requests.write(bytes) }
      }
    }
  }

  private static func connect(_ target: (host: String, port: Int)) async throws -> Bytes {
    try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .connect(host: target.host, port: target.port) { channel in
        channel.eventLoop.makeCompletedFuture {
          try Bytes(wrappingChannelSynchronously: channel)
        }
      }
  }

  private static func target(of line: String) -> (host: String, port: Int)? {
    let words = line.split(separator: " ")
    guard words.count == 3 else { return nil }
    var authority = words[1]
    if words[0] != "CONNECT" {
      guard authority.hasPrefix("http://") else { return nil }
      authority = authority.dropFirst(7).prefix { $0 != "/" }
    }
    guard let colon = authority.lastIndex(of: ":"),
      let port = Int(authority[authority.index(after: colon)...])
    else { return nil }
    return (String(authority[..<colon]), port)
  }
}

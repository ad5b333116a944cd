import AsyncHTTPClient
import DeskCore
import Glibc
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL

/// Where a proxy for outgoing connections listens.
public struct ProxyAddress: Hashable, Sendable {
  /// The host's name or address.
  public let host: String
  /// The port, 1...65535.
  public let port: Int
  /// Makes an address.
  public init(host: String, port: Int) {
    self.host = host
    self.port = port
  }
}

/// One request, before it is sent.
struct HTTPCall: Sendable {
  var method: HTTPMethod = .GET
  var url: String
  var headers: [(name: String, value: String)] = []
  var form: String?
}

/// A whole answer.
struct HTTPAnswer: Sendable {
  let status: Int
  let headers: HTTPHeaders
  let body: [UInt8]

  func header(_ name: String) -> String? { headers.first(name: name) }
  /// Whether the body claims to be JSON.
  var isJSON: Bool { header("content-type")?.lowercased().contains("json") ?? false }
}

/// Why there is no answer.
enum HTTPFailure: Error, Sendable {
  /// Nothing reached the server.
  case notSent(String)
  /// The request may have arrived; the answer did not.
  case lost(String)
}

/// Sends requests; never follows a redirect, because the token must not travel to another host.
final class HTTPTransport: Sendable {
  private let client: HTTPClient
  private let requestTimeout: Span
  private let largestBody = 16 << 20

  init(
    proxy: ProxyAddress?, trusting certificates: String? = nil, connectTimeout: Span,
    requestTimeout: Span, idleTimeout: Span
  ) {
    var configuration = HTTPClient.Configuration()
    configuration.tlsConfiguration = TrustedCertificates.configuration(file: certificates)
    configuration.redirectConfiguration = .disallow
    configuration.proxy = proxy.map { .server(host: $0.host, port: $0.port) }
    configuration.timeout.connect = .milliseconds(connectTimeout.milliseconds)
    configuration.timeout.read = .milliseconds(idleTimeout.milliseconds)
    configuration.connectionPool.retryConnectionEstablishment = false
    configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 32
    configuration.httpVersion = .http1Only
    configuration.decompression = .disabled
    client = HTTPClient(
      eventLoopGroup: MultiThreadedEventLoopGroup.singleton, configuration: configuration)
    self.requestTimeout = requestTimeout
  }

  deinit { client.shutdown { _ in } }

  /// Sends a request and collects the answer within the time limit, which covers the body too.
  func send(_ call: HTTPCall) async throws -> HTTPAnswer {
    let request = Self.request(call)
    let (client, largest, limit) = (client, largestBody, requestTimeout)
    do {
      return try await withTimeLimit(limit) {
        let response = try await client.execute(request, deadline: .distantFuture)
        let body = try await response.body.collect(upTo: largest)
        return HTTPAnswer(
          status: Int(response.status.code), headers: response.headers,
          body: Array(body.readableBytesView))
      }
    } catch {
      if Task.isCancelled { throw CancellationError() }
      throw Self.failure(error)
    }
  }

  /// Opens a stream and hands over its head and each piece as it arrives.
  func stream(
    _ call: HTTPCall, head: (HTTPAnswer) async throws -> Bool,
    piece: (ByteBuffer) async throws -> Void
  ) async throws {
    let response: HTTPClientResponse
    do {
      response = try await client.execute(Self.request(call), deadline: .distantFuture)
    } catch {
      if Task.isCancelled { throw CancellationError() }
      throw Self.failure(error)
    }
    let answer = HTTPAnswer(
      status: Int(response.status.code), headers: response.headers, body: [])
    guard try await head(answer) else { return }
    var iterator = response.body.makeAsyncIterator()
    while true {
      let buffer: ByteBuffer?
      do { buffer = try await iterator.next() } catch {
        if Task.isCancelled { throw CancellationError() }
        throw Self.failure(error)
      }
      guard let buffer else { return }
      try await piece(buffer)
    }
  }

  private static func request(_ call: HTTPCall) -> HTTPClientRequest {
    var request = HTTPClientRequest(url: call.url)
    request.method = call.method
    for header in call.headers { request.headers.add(name: header.name, value: header.value) }
    if let form = call.form {
      request.headers.add(name: "content-type", value: "application/x-www-form-urlencoded")
      request.body = .bytes(ByteBuffer(string: form))
    }
    return request
  }

  // The error of an address that needs no name; of the errors of the system only these come
  // before the first byte.
  private static func isRefusal(_ error: any Error) -> Bool {
    guard let error = error as? IOError else { return false }
    return [ECONNREFUSED, EHOSTUNREACH, ENETUNREACH, EADDRNOTAVAIL].contains(error.errnoCode)
  }

  // What is not known to have failed before the first byte counts as possibly arrived.
  private static func failure(_ error: any Error) -> HTTPFailure {
    if let failure = error as? HTTPFailure { return failure }
    if error is NIOConnectionError || isRefusal(error) { return .notSent("no connection") }
    if let trouble = TrustedCertificates.trouble(error) { return .notSent(trouble) }
    guard let error = error as? HTTPClientError else { return .lost("the connection broke") }
    let before: [HTTPClientError] = [
      .connectTimeout, .tlsHandshakeTimeout, .httpProxyHandshakeTimeout, .socksHandshakeTimeout,
      .getConnectionFromPoolTimeout, .invalidProxyResponse, .proxyAuthenticationRequired,
      .emptyHost, .invalidURL, .emptyScheme, .alreadyShutdown,
    ]
    let words = error.shortDescription
    return before.contains(error) ? .notSent(words) : .lost(words)
  }
}

/// Runs `body` and gives up after `limit`.
func withTimeLimit<T: Sendable>(
  _ limit: Span, _ body: @escaping @Sendable () async throws -> T
) async throws -> T {
  try await withThrowingTaskGroup(of: T.self) { group in
    group.addTask { try await body() }
    group.addTask {
      try await Task.sleep(for: .milliseconds(limit.milliseconds))
      throw HTTPFailure.lost("no whole answer within \(limit.seconds) s")
    }
    defer { group.cancelAll() }
    guard let first = try await group.next() else { throw CancellationError() }
    return first
  }
}

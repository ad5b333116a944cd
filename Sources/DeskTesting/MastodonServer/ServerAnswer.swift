/// A request as the scripted server reads it.
struct ServerRequest: Sendable {
  let method: String
  let path: String
  let query: [(name: String, value: String)]
  let headers: [String: String]
  let body: String

  func value(_ name: String) -> String? { query.first { $0.name == name }?.value }
  var form: [String: String] {
    Self.pairs(body).reduce(into: [:]) { $0[$1.name] = $1.value }
  }
  var limit: Int { min(80, value("limit").flatMap { Int($0) } ?? 40) }

  static func pairs(_ text: some StringProtocol) -> [(name: String, value: String)] {
    text.split(separator: "&").map { pair in
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return (decode(parts[0]), parts.count > 1 ? decode(parts[1]) : "")
    }
  }

  static func decode(_ text: some StringProtocol) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      let digits = String(decoding: rest.prefix(2), as: UTF8.self)
      if byte == UInt8(ascii: "%"), let value = UInt8(digits, radix: 16) {
        bytes.append(value)
        rest.removeFirst(2)
      } else {
        bytes.append(byte == UInt8(ascii: "+") ? 32 : byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// An answer of the scripted server.
struct ServerAnswer: Sendable {
  var status = 200
  var headers: [(String, String)] = []
  var body = ""
  /// What happens instead of sending it.
  var loss: ServerFaults.LostAnswer?

  static func json(_ value: some Encodable, status: Int = 200) -> ServerAnswer {
    ServerAnswer(
      status: status, headers: [("content-type", "application/json; charset=utf-8")],
      body: ServerWire.json(value))
  }
  static func complaint(_ status: Int, _ words: String) -> ServerAnswer {
    json(ServerWire.Complaint(error: words), status: status)
  }
  static func page(_ status: Int) -> ServerAnswer {
    ServerAnswer(
      status: status, headers: [("content-type", "text/html")],
      body: "<html><body><h1>\(status)</h1><p>Something went wrong.</p></body></html>")
  }
}

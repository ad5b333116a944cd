import DeskCore
import FoundationEssentials

/// What a live stream says.
enum MastodonSignal: Sendable {
  case post(MastodonStatus)
  case edited(MastodonStatus)
  case deleted(String)
  case notification(MastodonNotification)
  /// Notifications changed in a way that only polling can show.
  case askAgain
  case other

  /// Reads an event; nil when its content makes no sense.
  init?(name: String, payload: String) {
    switch name {
    case "update": self.init(payload) { .post($0) }
    case "status.update": self.init(payload) { .edited($0) }
    case "notification": self.init(payload) { .notification($0) }
    case "delete":
      let id = payload.trimmed.filter { $0 != "\"" }
      guard !id.isEmpty else { return nil }
      self = .deleted(id)
    case "notifications_merged": self = .askAgain
    default: self = .other
    }
  }

  private init?<T: Decodable>(_ payload: String, _ make: (T) -> MastodonSignal) {
    guard let value = try? MastodonJSON.decode(T.self, from: Data(payload.utf8)) else {
      return nil
    }
    self = make(value)
  }
}

/// A message of the WebSocket, whose payload is JSON inside a string.
struct MastodonSocketMessage: Decodable, Sendable {
  let stream: [String]?
  let event: String?
  let payload: String?
  let error: String?

  private enum Key: String, CodingKey { case stream, event, payload, error }
  init(from decoder: any Decoder) throws {
    let c = try decoder.container(keyedBy: Key.self)
    stream = c.lenient([String].self, .stream)
    event = c.lenient(String.self, .event)
    payload = c.lenient(MastodonID.self, .payload)?.text
    error = c.lenient(String.self, .error)
  }

  /// Reads a message; nil when it is not one.
  static func read(_ text: String) -> MastodonSocketMessage? {
    try? MastodonJSON.decode(MastodonSocketMessage.self, from: Data(text.utf8))
  }
}

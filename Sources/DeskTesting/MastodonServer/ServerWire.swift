import DeskCore
import FoundationEssentials

/// The JSON that the scripted server sends; names are those of the API.
enum ServerWire {
  struct Account: Encodable, Sendable {
    let id: String
    let username: String
    let acct: String
    let displayName: String
    let followersCount: Int
    let createdAt = "2024-01-15T00:00:00.000Z"
    let bot = false
    let url: String
  }
  struct Tag: Encodable, Sendable {
    let name: String
    let url: String
  }
  struct Mention: Encodable, Sendable {
    let id: String
    let acct: String
    let username: String
    let url: String
  }
  struct Status: Encodable, Sendable {
    let id: String
    let createdAt: String
    let editedAt: String?
    let inReplyToId: String?
    let visibility: String
    let language: String?
    let spoilerText = ""
    let uri: String
    let url: String
    let content: String
    let account: Account
    let mentions: [Mention]
    let tags: [Tag]
    let mediaAttachments: [Tag] = []
  }
  struct Notification: Encodable, Sendable {
    let id: String
    let type: String
    let createdAt: String
    let account: Account
    let status: Status?
  }
  struct Scheduled: Encodable, Sendable {
    struct Parameters: Encodable, Sendable {
      let text: String
      let visibility = "public"
    }
    let id: String
    let scheduledAt: String
    let params: Parameters
    let mediaAttachments: [Tag] = []
  }
  struct Found: Encodable, Sendable {
    let statuses: [Status]
    let accounts: [Account] = []
    let hashtags: [Tag] = []
  }
  struct Complaint: Encodable, Sendable { let error: String }
  struct Instance: Encodable, Sendable {
    struct Configuration: Encodable, Sendable {
      struct Addresses: Encodable, Sendable { let streaming: String }
      struct Statuses: Encodable, Sendable {
        let maxCharacters = 500
        let charactersReservedPerUrl = 23
      }
      let urls: Addresses
      let statuses = Statuses()
    }
    let domain: String
    let version = "4.4.0"
    let configuration: Configuration
  }
  struct SocketMessage: Encodable, Sendable {
    let stream: [String]
    let event: String
    let payload: String
  }

  /// The date of an answer, as HTTP writes it.
  static func date(_ instant: Timestamp) -> String {
    let part = CivilTime(instant)
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    let weekday = weekdays[Int(((instant.seconds / 86_400) % 7 + 7) % 7)]
    let day = part.day < 10 ? "0\(part.day)" : "\(part.day)"
    return "\(weekday), \(day) \(months[part.month - 1]) \(part.year) \(part.timeText) GMT"
  }

  static func json(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.withoutEscapingSlashes]
    encoder.keyEncodingStrategy = .convertToSnakeCase
    guard let data = try? encoder.encode(value) else { return "null" }
    return String(decoding: data, as: UTF8.self)
  }
}

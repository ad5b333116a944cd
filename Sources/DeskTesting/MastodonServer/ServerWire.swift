import FoundationEssentials

/// The JSON that the scripted server sends; names are those of the API.
enum ServerWire {
  struct Account: Encodable, Sendable {
    let id: String
    let username: String
    let acct: String
    let display_name: String
    let followers_count: Int
    let created_at = "2024-01-15T00:00:00.000Z"
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
    let created_at: String
    let edited_at: String?
    let in_reply_to_id: String?
    let visibility: String
    let language: String?
    let spoiler_text = ""
    let uri: String
    let url: String
    let content: String
    let account: Account
    let mentions: [Mention]
    let tags: [Tag]
    let media_attachments: [Tag] = []
  }
  struct Notification: Encodable, Sendable {
    let id: String
    let type: String
    let created_at: String
    let account: Account
    let status: Status?
  }
  struct Scheduled: Encodable, Sendable {
    struct Parameters: Encodable, Sendable {
      let text: String
      let visibility = "public"
    }
    let id: String
    let scheduled_at: String
    let params: Parameters
    let media_attachments: [Tag] = []
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
        let max_characters = 500
        let characters_reserved_per_url = 23
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

  static func json(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.withoutEscapingSlashes]
    guard let data = try? encoder.encode(value) else { return "null" }
    return String(decoding: data, as: UTF8.self)
  }
}

import DeskCore
import Foundation
import Testing

@testable import DeskConnectors

/// Bodies as real servers sent them; they live beside the repository, not in it.
enum RealPayloads {
  /// The folder, found by a variable or upwards from here; nil when it is absent.
  static let folder: String? = {
    let manager = FileManager.default
    if let named = ProcessInfo.processInfo.environment["CRISISDESK_SHARED"] {
      return named + "/payloads"
    }
    var place = URL(fileURLWithPath: #filePath)
    while place.path != "/" {
      place.deleteLastPathComponent()
      let candidate = place.appendingPathComponent("shared/payloads").path
      if manager.fileExists(atPath: candidate) { return candidate }
    }
    return nil
  }()

  static func files(_ name: String, _ matches: (String) -> Bool) throws -> [(String, Data)] {
    guard let folder else { return [] }
    let path = "\(folder)/\(name)"
    return try FileManager.default.contentsOfDirectory(atPath: path).filter(matches).sorted().map {
      ($0, try Data(contentsOf: URL(fileURLWithPath: "\(path)/\($0)")))
    }
  }
}

@Suite(
  .enabled(
    if: RealPayloads.folder != nil,
    "skipped: the recorded payloads (../shared/payloads, or CRISISDESK_SHARED) are not here"))
struct RealPayloadTests {
  private func decode<T: Decodable>(_ type: T.Type, _ data: Data) throws -> T {
    try MastodonJSON.decode(type, from: data)
  }

  @Test func everyNotificationIsRead() throws {
    let files = try RealPayloads.files("mastodon") {
      $0.hasPrefix("GET-api-v1-notifications-200") || $0.hasPrefix("GET-api-v1-notifications-2")
    }
    #expect(!files.isEmpty)
    for (name, data) in files where data.first == UInt8(ascii: "[") {
      let entries = try decode([Lenient<MastodonNotification>].self, data)
      #expect(entries.allSatisfy { $0.value != nil }, "\(name)")
      for entry in entries.compactMap({ $0.value })
      where MastodonNotification.types.contains(entry.type) {
        // One of them has none: its post was deleted.
        if let status = entry.status { try check(status, name) }
      }
    }
  }

  @Test func everyPostIsRead() throws {
    let single = try RealPayloads.files("mastodon") {
      $0.hasPrefix("POST-api-v1-statuses-200") || $0.hasPrefix("DELETE-api-v1-statuses")
        || $0.contains("-reblog-200") || $0.contains("entity-quote") || $0.contains("entity-poll")
    }
    #expect(single.count > 40)
    for (name, data) in single { try check(try decode(MastodonStatus.self, data), name) }
    let lists = try RealPayloads.files("mastodon") {
      $0.hasPrefix("GET-api-v1-timelines") || $0.contains("-statuses-200-test-fetch")
        || $0.contains("pagination-info")
    }
    var count = 0
    for (name, data) in lists where data.first == UInt8(ascii: "[") {
      for entry in try decode([Lenient<MastodonStatus>].self, data) {
        try check(try #require(entry.value, "\(name)"), name)
        count += 1
      }
    }
    #expect(count > 20)
  }

  private func check(_ status: MastodonStatus, _ name: String) throws {
    let mention = status.mention(account: AccountID("main"), me: nil, now: Timestamp(seconds: 0))
    #expect(!mention.key.native.isEmpty, "\(name)")
    #expect(mention.createdAt > Timestamp(seconds: 1_000_000_000), "\(name)")
    #expect(!mention.author.handle.isEmpty && !mention.author.handle.hasPrefix("@"), "\(name)")
    #expect(mention.author.accountCreatedAt != nil, "\(name)")
    #expect(!mention.text.contains("<p>") && !mention.text.contains("</"), "\(name)")
    if !status.content.isEmpty { #expect(!mention.text.isEmpty, "\(name)") }
  }

  @Test func instancesScheduledPostsSearchAndComplaintsAreRead() throws {
    for (name, data) in try RealPayloads.files("mastodon", { $0.hasPrefix("GET-api-v2-instance") })
    {
      let instance = try decode(MastodonInstance.self, data)
      #expect(instance.textLimit == 500 && instance.linkLength == 23, "\(name)")
      #expect(instance.streaming?.hasPrefix("ws") == true && instance.isMastodon, "\(name)")
    }
    let scheduled = try RealPayloads.files("mastodon") { $0.contains("scheduled-statuses-200") }
    for (name, data) in scheduled where data.first == UInt8(ascii: "[") {
      for entry in try decode([MastodonScheduled].self, data) {
        #expect(Timestamp(rfc3339: entry.scheduledAt) != nil, "\(name)")
        #expect(entry.params?.value?.text?.isEmpty == false, "\(name)")
      }
    }
    for (name, data) in try RealPayloads.files("mastodon", { $0.hasPrefix("GET-api-v2-search") }) {
      let found = try decode(MastodonSearch.self, data)
      #expect(found.statuses.allSatisfy { $0.value != nil }, "\(name)")
    }
    for (name, data) in try RealPayloads.files("mastodon", { $0.contains("-422-") }) {
      #expect(try decode(MastodonComplaint.self, data).error != nil, "\(name)")
    }
  }

  @Test func recordedStreamsAreRead() throws {
    let files = try RealPayloads.files("mastodon") { $0.hasSuffix(".sse") }
    #expect(!files.isEmpty)
    for (name, data) in files {
      var parser = EventStreamParser()
      let items = data.flatMap { parser.read([$0]) }
      let events = items.compactMap { item -> MastodonSignal? in
        guard case .event(let event, let payload) = item else { return nil }
        return MastodonSignal(name: event, payload: payload)
      }
      #expect(!events.isEmpty, "\(name)")
    }
  }

  @Test func recordedSocketMessagesAreRead() throws {
    let files = try RealPayloads.files("gotosocial") { _ in true }
    #expect(files.count == 5)
    for (name, data) in files {
      for line in String(decoding: data, as: UTF8.self).split(separator: "\n") {
        let message = try #require(MastodonSocketMessage.read(String(line)), "\(name)")
        let signal = MastodonSignal(name: message.event ?? "", payload: message.payload ?? "")
        switch signal {
        case .deleted(let id): #expect(id == "01M7YFWC5ZGR1RP1XZC5GPYDWR")
        case .edited(let status), .post(let status): try check(status, name)
        case .notification(let notification):
          #expect(notification.type == "update")
          #expect(notification.status?.plainText == "@brand edited")
        default: Issue.record("\(name) is not read")
        }
      }
    }
  }
}

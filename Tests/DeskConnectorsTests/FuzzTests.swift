import DeskCore
import Foundation
import Testing

@testable import DeskConnectors

/// Bytes made of real ones by a seeded hand: cut, doubled, swapped, and strewn with oddities.
struct Mutator {
  var random: SeededRandom

  init(seed: UInt64) { random = SeededRandom(seed: seed) }

  private static let oddities: [[UInt8]] = [
    [0], [0xFF], [0xC3], [0xF0, 0x9F], [0xED, 0xA0, 0x80], [0x1B, 0x5B, 0x33, 0x31, 0x6D],
    Array("\u{202E}".utf8), Array("\r".utf8), Array("\n\n".utf8), Array("\"".utf8),
    Array("\\".utf8), Array("\\ud800".utf8), Array("<".utf8), Array("&#x110000;".utf8),
    Array("&#0;".utf8), Array("{".utf8), Array("]".utf8), Array("1e999".utf8),
    Array("null".utf8), Array("-".utf8), Array("<a href=".utf8), Array("<!--".utf8),
    Array("9223372036854775808".utf8), Array("data:".utf8), Array("event: update\n".utf8),
  ]

  mutating func mutate(_ bytes: [UInt8]) -> [UInt8] {
    var result = bytes
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      let place = Int.random(in: 0...result.count, using: &random)
      let end = min(result.count, place + Int.random(in: 0...40, using: &random))
      switch Int.random(in: 0..<5, using: &random) {
      case 0: result.removeSubrange(place..<end)
      case 1: result.insert(contentsOf: result[place..<end], at: place)
      case 2: if place < result.count { result[place] = .random(in: 0...255, using: &random) }
      case 3: result.removeSubrange(place...)
      default:
        result.insert(contentsOf: Self.oddities.randomElement(using: &random) ?? [], at: place)
      }
      if result.isEmpty { break }
    }
    return result
  }

  mutating func noise(_ alphabet: String, length: Int) -> String {
    let letters = Array(alphabet)
    return String((0..<length).map { _ in letters.randomElement(using: &random) ?? " " })
  }
}

/// Parsers under bytes that nobody meant to send; the same seed gives the same bytes again.
@Suite(.timeLimit(.minutes(2)))
struct FuzzTests {
  /// Recorded bodies where they are at hand, small ones of our own otherwise.
  static let bodies: [[UInt8]] = {
    let recorded =
      (try? RealPayloads.files("mastodon") { $0.hasSuffix(".json") || $0.hasSuffix(".sse") }) ?? []
    let sockets = (try? RealPayloads.files("gotosocial") { _ in true }) ?? []
    let own = [
      #"{"id":"1","account":{"id":"2","acct":"ana"},"content":"<p>Hi <a href=\"https://x.example/a?b=1&amp;c=2\">x</a></p>","created_at":"2026-01-31T09:15:00.000Z","reblog":null}"#,
      #"[{"id":7,"type":"mention","status":{"id":8,"account":{"id":9,"acct":"b@c"},"content":""}}]"#,
      "event: update\ndata: {\"id\":\"1\",\"account\":{\"id\":\"2\"}}\n\n:thump\n",
      #"{"stream":["user"],"event":"delete","payload":"123"}"#,
    ].map { Array($0.utf8) }
    let all = (recorded + sockets).map { Array($0.1.prefix(20_000)) }
    return own + stride(from: 0, to: all.count, by: max(1, all.count / 60)).map { all[$0] }
  }()

  @Test(arguments: 0..<40)
  func bodiesAreReadOrRefusedButNeverCrash(seed: UInt64) throws {
    var mutator = Mutator(seed: seed)
    for body in Self.bodies {
      let bytes = mutator.mutate(body)
      let data = Data(bytes)
      for status in Self.statuses(data) {
        let mention = status.mention(
          account: AccountID("main"), me: nil, now: Timestamp(seconds: 0))
        #expect(mention.key.native == status.id)
        #expect(mention.url.map { HTMLTag.isWebAddress($0) } ?? true)
        #expect(Visibility(mastodon: status.visibility) == mention.visibility)
      }
      _ = try? MastodonJSON.decode(MastodonInstance.self, from: data).textLimit
      _ = try? MastodonJSON.decode([Lenient<MastodonScheduled>].self, from: data)
      _ = try? MastodonJSON.decode(MastodonComplaint.self, from: data)
      _ = try? JSONDecoder().decode(JSONValue.self, from: data)
    }
  }

  private static func statuses(_ data: Data) -> [MastodonStatus] {
    let lists = (try? MastodonJSON.decode([Lenient<MastodonStatus>].self, from: data)) ?? []
    let notices = (try? MastodonJSON.decode([Lenient<MastodonNotification>].self, from: data)) ?? []
    let single = try? MastodonJSON.decode(MastodonStatus.self, from: data)
    return lists.compactMap(\.value) + notices.compactMap { $0.value?.status }
      + (single.map { [$0] } ?? [])
  }

  @Test(arguments: 0..<60)
  func streamsInAnyPiecesSayTheSame(seed: UInt64) {
    var mutator = Mutator(seed: seed)
    for body in Self.bodies {
      let bytes = mutator.mutate(body)
      var whole = EventStreamParser()
      let expected = whole.read(bytes)
      var parser = EventStreamParser()
      var items: [EventStreamParser.Item] = []
      var rest = bytes[...]
      while !rest.isEmpty {
        let size = Int.random(in: 1...97, using: &mutator.random)
        items += parser.read(rest.prefix(size))
        rest = rest.dropFirst(size)
      }
      #expect(items == expected)
      for case .event(let name, let data) in items {
        _ = MastodonSignal(name: name, payload: data)
        _ = MastodonSignal(name: "update", payload: data)
        _ = MastodonSignal(name: "notification", payload: data)
      }
    }
  }

  @Test(arguments: 0..<60)
  func socketMessagesAreReadOrIgnored(seed: UInt64) {
    var mutator = Mutator(seed: seed)
    for body in Self.bodies {
      let text = String(decoding: mutator.mutate(body), as: UTF8.self)
      for line in text.split(separator: "\n").prefix(20) {
        guard let message = MastodonSocketMessage.read(String(line)) else { continue }
        for name in [message.event ?? "", "update", "status.update", "notification", "delete"] {
          if case .deleted(let id) = MastodonSignal(name: name, payload: message.payload ?? "") {
            #expect(!id.isEmpty)
          }
        }
      }
    }
  }

  @Test(arguments: 0..<100)
  func htmlBecomesTextOfBoundedLength(seed: UInt64) {
    var mutator = Mutator(seed: seed)
    let pieces = [
      "<p>", "</p>", "<br>", "<br/>", "<a href=\"https://x.example/very/long\">", "</a>",
      "<span class=\"invisible\">", "</span>", "<li>", "<pre>", "</pre>", "<!-- ", " -->", "&amp;",
      "&#x1F600;", "&#99999999;", "&nosuch;", "<", ">", "\"", "'", "=", "слово", "مرحبا", "👩‍👩‍👧",
      " ", "\n", "<script>", "</script>", "<a href=javascript:x>", "<blockquote>", "\u{0}",
    ]
    for _ in 0..<40 {
      let html = (0..<Int.random(in: 0...60, using: &mutator.random)).map { _ in
        pieces.randomElement(using: &mutator.random) ?? ""
      }.joined()
      let bytes = mutator.mutate(Array(html.utf8))
      let text = HTMLText.plain(String(decoding: bytes, as: UTF8.self))
      #expect(text.utf8.count <= 6 * bytes.count + 64)
      #expect(!text.hasPrefix(" ") && !text.hasPrefix("\n"))
    }
  }

  @Test(arguments: 0..<100)
  func whatIsEscapedComesBackAsItWas(seed: UInt64) {
    var mutator = Mutator(seed: seed)
    let words = (0..<20).map { _ in
      mutator.noise("ab<>&\"'é猫ب👋;#x1/=-", length: Int.random(in: 1...12, using: &mutator.random))
    }
    let text = words.joined(separator: " ")
    let escaped = text.flatMap { character in
      switch character {
      case "<": "&lt;"
      case ">": "&gt;"
      case "&": "&amp;"
      case "\"": "&quot;"
      default: String(character)
      }
    }
    #expect(HTMLText.plain("<p>\(String(escaped))</p>") == text)
  }

  @Test(arguments: 0..<50)
  func headersAreReadOrIgnored(seed: UInt64) {
    var mutator = Mutator(seed: seed)
    let now = Timestamp(seconds: 1_770_000_000)
    let samples = [
      "2026-01-31T09:15:00.000Z", "1770000300", "300", "299.5", "-1", "1e400", "NaN", "inf",
      "Sun, 06 Nov 1994 08:49:37 GMT", "99999999999999999999",
      "<https://x/?min_id=1>; rel=\"prev\"",
    ]
    for sample in samples {
      let text = String(decoding: mutator.mutate(Array(sample.utf8)), as: UTF8.self)
      let until = RateLimit.wait(now: now) { _ in text }
      #expect(until > now && until <= now.adding(.hours(1)), "\(text)")
      _ = RateLimit(now: now) { _ in text }
      _ = HTTPDate.parse(text)
      if let address = LinkHeader.address(rel: "prev", in: text) {
        #expect(text.contains(address))
        _ = LinkHeader.query(of: address)
      }
    }
  }

  @Test func deepNestingIsRefusedAndNotFollowedToTheEndOfTheStack() {
    for open in [
      "[", "{\"a\":", "{\"reblog\":{\"id\":\"1\",\"account\":{\"id\":\"1\"},\"reblog\":",
    ] {
      let data = Data(String(repeating: open, count: 100_000).utf8)
      #expect(throws: (any Error).self) {
        try MastodonJSON.decode(MastodonStatus.self, from: data)
      }
      #expect(throws: (any Error).self) { try JSONDecoder().decode(JSONValue.self, from: data) }
    }
  }

  @Test(arguments: 0..<100)
  func anAddressedTextKeepsWhatWasTypedAndNamesItsPersonOnce(seed: UInt64) {
    var mutator = Mutator(seed: seed)
    let addressing = Addressing(recipient: "ana@far.example", by: .namedRecipients)
    for _ in 0..<20 {
      let typed =
        mutator.noise("@ana.far_example-:/ \n\u{301}\u{200D}é👋b", length: 30)
        + (["", "@ana@far.example", " @ana@far.example.", "@ANA@far.example!"].randomElement(
          using: &mutator.random) ?? "")
      let whole = addressing.text(typed)
      #expect(whole.utf8.suffix(typed.utf8.count).elementsEqual(typed.utf8))
      #expect(addressing.text(whole) == whole)
      #expect(Handles.names(in: whole).contains { $0.lowercased() == "ana@far.example" })
    }
  }
}

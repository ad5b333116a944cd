import CZlib
import DeskConnectors
import DeskCore
import DeskServices
import DeskTesting
import Foundation
import Testing

/// A folder that is gone when the test is over.
final class Folder {
  let url: URL
  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "desk-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }
  deinit { try? FileManager.default.removeItem(at: url) }
  func path(_ name: String) -> String { url.appending(path: name).path }
  func write(_ bytes: [UInt8], _ name: String = "in.jsonl") throws -> String {
    try Data(bytes).write(to: url.appending(path: name))
    return path(name)
  }
  func append(_ text: String, _ name: String = "in.jsonl") throws {
    let file = try FileHandle(forWritingTo: url.appending(path: name))
    try file.seekToEnd()
    try file.write(contentsOf: Data(text.utf8))
    try file.close()
  }
}

@Suite struct JSONLinesTests {
  static let account = AccountID("jsonl")

  static func line(_ id: Int, _ text: String = "late again") -> String {
    #"{"id":"\#(id)","text":"\#(text)","created_at":"2026-01-31T09:15:00Z"}"# + "\n"
  }

  func read(
    _ path: String, from cursor: Cursor? = nil
  ) throws -> (mentions: [IncomingMention], bad: [RejectedLine], cursor: Cursor?) {
    var bad: [RejectedLine] = []
    var mentions: [IncomingMention] = []
    var last = cursor
    try withReader(path, cursor, { bad.append($0) }) { batch in
      last = batch.cursor ?? last
      for case .upsert(let mention) in batch.events { mentions.append(mention) }
    }
    return (mentions, bad, last)
  }

  private func withReader(
    _ path: String, _ cursor: Cursor?, _ reject: @escaping (RejectedLine) -> Void,
    _ take: (SourceBatch) -> Void
  ) throws {
    var reader = try JSONLinesReader(
      path: path, account: Self.account, from: cursor, reject: reject)
    while let batch = try reader.next() { take(batch) }
  }

  @Test func allFieldsAreRead() throws {
    let folder = try Folder()
    let line = #"""
      {"id":7,"platform":"X","text":"سلام\nok \ud83d\ude21","created_at":"2026-01-31T09:15:00+05:00","author":{"handle":"@ana","name":"Ana","followers":120,"created_at":"2020-01-01T00:00:00Z"},"url":"https://x.example/7","in_reply_to":"6","lang":"uz-Latn","brand":"b","more":[{"x":[1]}]}
      """#
    let mention = try #require(try read(try folder.write(Array(line.utf8))).mentions.first)
    #expect(mention.key == MentionKey(account: Self.account, native: "7"))
    #expect(mention.platform.rawValue == "x")
    #expect(mention.text == "سلام\nok 😡")
    #expect(mention.createdAt.rfc3339 == "2026-01-31T04:15:00.000Z")
    #expect(mention.author.handle == "ana")
    #expect(mention.author.followers == 120)
    #expect(mention.author.accountCreatedAt != nil)
    #expect(mention.inReplyTo == "6")
    #expect(mention.languageHint == .uzbek)
  }

  @Test(arguments: [
    (#"{"text":"a","created_at":"2026-01-31T09:15:00Z"}"#, "no id"),
    (#"{"id":"1","created_at":"2026-01-31T09:15:00Z"}"#, "no text"),
    (#"{"id":"1","text":"","created_at":"2026-01-31T09:15:00Z"}"#, "no text"),
    (#"{"id":"1","text":"a"}"#, "no created_at"),
    (#"{"id":null,"text":"a","created_at":"2026-01-31T09:15:00Z"}"#, "no id"),
    (#"[1,2]"#, "not a JSON object"), ("hello", "not a JSON object"),
    (#"{"id":"1","text":"a""#, "not valid JSON"),
    (
      #"{"id":"1","text":"a","created_at":"31 January"}"#,
      "created_at is not a time such as 2026-01-31T09:15:00Z"
    ),
  ])
  func aBadLineIsSetAsideWithNumberAndReason(_ bad: String, _ reason: String) throws {
    let folder = try Folder()
    let text = Self.line(1) + "\n" + bad + "\r\n" + Self.line(2)
    let result = try read(try folder.write(Array(text.utf8)))
    #expect(result.mentions.map(\.key.native) == ["1", "2"])
    #expect(result.bad.map(\.number) == [3])
    #expect(result.bad.map(\.reason) == [reason])
    #expect(result.bad.first?.line == Array(bad.utf8))
  }

  @Test func oddOptionalFieldsDoNotCostTheMention() throws {
    let folder = try Folder()
    let line = #"""
      {"id":"1","text":"a","created_at":"2026-01-31T09:15:00Z","author":null,"url":5,"lang":[],"in_reply_to":9,"platform":{}}
      """#
    let result = try read(try folder.write(Array(line.utf8)))
    #expect(result.bad.isEmpty)
    #expect(result.mentions.first?.inReplyTo == "9")
    #expect(result.mentions.first?.author.handle == "")
  }

  /// X gives `&` as HTML writes it; elsewhere such signs are what somebody typed.
  @Test(arguments: [("X", "rude & slow <3"), ("shop", "rude &amp; slow &lt;3")])
  func signsThatAPlatformEscapesAreReadAsTyped(_ platform: String, _ text: String) throws {
    let folder = try Folder()
    let line = #"""
      {"id":"1","platform":"\#(platform)","text":"rude &amp; slow &lt;3","created_at":"2026-01-31T09:15:00Z"}
      """#
    #expect(try read(try folder.write(Array(line.utf8))).mentions.map(\.text) == [text])
  }

  @Test func brokenTextIsRepaired() throws {
    let folder = try Folder()
    var bytes = Array(#"{"id":"1","text":"a?b","created_at":"2026-01-31T09:15:00Z"}"#.utf8)
    for index in bytes.indices where bytes[index] == UInt8(ascii: "?") { bytes[index] = 0xFF }
    let result = try read(try folder.write([0xEF, 0xBB, 0xBF] + bytes))
    #expect(result.mentions.map(\.text) == ["a\u{FFFD}b"])
  }

  @Test func aLineWithoutEndIsBoundedAndTheNextOneComes() throws {
    let folder = try Folder()
    let long = String(repeating: "x", count: 9 * 1024 * 1024)
    let result = try read(
      try folder.write(Array((Self.line(1, long) + Self.line(2)).utf8)))
    #expect(result.mentions.map(\.key.native) == ["2"])
    #expect(result.bad.map(\.number) == [1])
    #expect((result.bad.first?.line.count ?? 0) <= 65_536)
  }

  static func gzip(_ bytes: [UInt8]) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: bytes.count + 1024) { out, count in
      count = bytes.withUnsafeBufferPointer {
        cz_gzip($0.baseAddress, $0.count, out.baseAddress, out.count)
      }
    }
  }

  @Test func gzipIsKnownByItsFirstBytesAlsoInSeveralMembers() throws {
    let folder = try Folder()
    let parts = (0..<3).map { part in
      (0..<2000).map { Self.line(part * 2000 + $0) }.joined()
    }
    let bytes = parts.flatMap { Self.gzip(Array($0.utf8)) }
    let path = try folder.write(bytes)
    let result = try read(path)
    #expect(result.mentions.count == 6000)
    #expect(try read(path, from: result.cursor).mentions.isEmpty)
    let half = try folder.write(Array(bytes.prefix(bytes.count / 2)), "cut.gz")
    #expect(throws: JSONLinesError.cutShort) { try read(half) }
  }

  @Test func everyPrefixAndMutationIsReadWithoutATrap() throws {
    var random = SeededRandom(seed: 11)
    let folder = try Folder()
    let good = Array((Self.line(1) + Self.line(2, #"a\u00e9\n"#)).utf8)
    for round in 0..<400 {
      var bytes = good
      if round % 3 == 0 {
        bytes = Array(good.prefix(Int.random(in: 0...good.count, using: &random)))
      }
      for _ in 0..<Int.random(in: 0..<6, using: &random) where !bytes.isEmpty {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(
          in: .min ... .max, using: &random)
      }
      let path = try folder.write(bytes)
      guard let result = try? read(path) else {
        #expect(bytes.starts(with: [0x1f, 0x8b]))
        continue
      }
      let filled = bytes.split(separator: 10).filter { $0.contains { $0 > 32 } }.count
      #expect(result.mentions.count + result.bad.count == filled)
    }
  }

  @Test func readingAgainFromACursorNeitherMissesNorDoubles() throws {
    let folder = try Folder()
    let text = (0..<20_000).map { Self.line($0) }.joined()
    let path = try folder.write(Array(text.utf8))
    var reader = try JSONLinesReader(path: path, account: Self.account)
    let first = try #require(try reader.next())
    #expect(first.events.count > 0 && first.events.count < 20_000)
    let rest = try read(path, from: first.cursor)
    #expect(first.events.count + rest.mentions.count == 20_000)
    #expect(rest.mentions.first?.key.native == "\(first.events.count)")
    try folder.append(Self.line(20_000))
    #expect(try read(path, from: rest.cursor).mentions.map(\.key.native) == ["20000"])
    let other = try folder.write(Array(Self.line(5).utf8), "other.jsonl")
    #expect(try read(other, from: rest.cursor).mentions.count == 1)
  }

  @Test func rejectsAreKeptForTheirOwnerOnly() throws {
    let folder = try Folder()
    let path = try folder.write(Array(("oops\n" + Self.line(1)).utf8))
    let rejects = RejectsFile(path: folder.path("rejects"))
    var reader = try JSONLinesReader(path: path, account: Self.account) { try rejects.write($0) }
    while try reader.next() != nil {}
    let text = try String(contentsOfFile: folder.path("rejects"), encoding: .utf8)
    #expect(text == "# line 1: not a JSON object\noops\n")
    let attributes = try FileManager.default.attributesOfItem(atPath: folder.path("rejects"))
    #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
  }

  @Test func aGrowingFileIsFollowedThroughTruncationAndRotation() async throws {
    let folder = try Folder()
    let desk = TestDesk()
    let path = try folder.write(Array(Self.line(1).utf8))
    let door = JSONLinesConnector(
      account: Self.account, path: path, interval: .milliseconds(2))
    let intake = desk.intake()
    let running = Task {
      try await door.run(from: nil) { signal in try await intake.take(signal) }
    }
    func total() throws -> Int { try desk.desk.status(now: desk.now).total }
    #expect(try await eventually { try total() == 1 })
    try folder.append(String(Self.line(2).prefix(20)))
    try folder.append(String(Self.line(2).dropFirst(20)))
    #expect(try await eventually { try total() == 2 })
    try FileHandle(forWritingTo: URL(filePath: path)).truncate(atOffset: 0)
    try await Task.sleep(for: .milliseconds(20))
    try folder.append(Self.line(3))
    #expect(try await eventually { try total() == 3 })
    try folder.append(Self.line(4))
    try FileManager.default.moveItem(atPath: path, toPath: folder.path("old"))
    _ = try folder.write(Array(Self.line(5).utf8))
    #expect(try await eventually { try total() == 5 })
    running.cancel()
    try await running.value
  }

  @Test func theRealComplaintsAreAllRead() throws {
    let path = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../shared/data/real/airlines.jsonl").standardized.path
    guard FileManager.default.fileExists(atPath: path) else {
      print("skipped: no real complaints beside this checkout")
      return
    }
    let result = try read(path)
    #expect(result.mentions.count == 14_640)
    #expect(result.bad.isEmpty)
  }
}

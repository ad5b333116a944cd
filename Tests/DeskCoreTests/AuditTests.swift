import Testing

@testable import DeskCore

@Suite struct AuditTests {
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmno"
        + "ijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
      "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
    ),
  ])
  func theStandardsVectors(_ text: String, _ digest: String) {
    #expect(SHA256.hexadecimal(of: Array(text.utf8)) == digest)
  }

  @Test func aMillionLetters() {
    #expect(
      SHA256.hexadecimal(of: [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000))
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  func chain(_ count: Int) -> [AuditEntry] {
    var entries: [AuditEntry] = []
    for number in 0..<count {
      entries.append(
        AuditEntry(
          following: entries.last,
          note: AuditNote(action: "judge", subject: "mention \(number)", detail: "troll"),
          seat: Seat("ana"), at: Timestamp(seconds: Int64(number))))
    }
    return entries
  }

  func firstBreak(_ entries: [AuditEntry], expected: Int64) -> AuditChain.Break? {
    var chain = AuditChain()
    for entry in entries { chain.read(entry) }
    chain.finish(expected: expected)
    return chain.firstBreak
  }

  func altered(
    _ entry: AuditEntry, at: Timestamp? = nil, seat: Seat? = nil, action: String? = nil,
    subject: String? = nil, detail: String? = nil, hash: String? = nil
  ) -> AuditEntry {
    AuditEntry(
      sequence: entry.sequence, at: at ?? entry.at, seat: seat ?? entry.seat,
      action: action ?? entry.action, subject: subject ?? entry.subject,
      detail: detail ?? entry.detail, previous: entry.previous, hash: hash ?? entry.hash)
  }

  @Test func anIntactChainIsIntact() {
    #expect(firstBreak([], expected: 0) == nil)
    #expect(firstBreak(chain(20), expected: 20) == nil)
  }

  @Test func everyChangedFieldIsFound() {
    let entries = chain(6)
    let old = entries[3]
    let changes = [
      altered(old, at: Timestamp(seconds: 99)), altered(old, seat: Seat("eve")),
      altered(old, action: "x"), altered(old, subject: "mention 4"), altered(old, detail: ""),
      altered(old, hash: entries[2].hash),
    ]
    for change in changes {
      var forged = entries
      forged[3] = change
      #expect(firstBreak(forged, expected: 6) == .altered(sequence: 4))
    }
  }

  @Test func movingTextBetweenFieldsIsFound() {
    let entry = AuditEntry(
      following: nil, note: AuditNote(action: "ab", subject: "c"), seat: Seat("s"),
      at: Timestamp(seconds: 0))
    #expect(firstBreak([altered(entry, action: "a", subject: "bc")], expected: 1) != nil)
  }

  @Test func anEntryWrittenAnewBreaksTheNextLink() {
    var entries = chain(6)
    entries[2] = AuditEntry(
      following: entries[1], note: AuditNote(action: "judge", subject: "mention 2"),
      seat: Seat("eve"), at: Timestamp(seconds: 2))
    #expect(firstBreak(entries, expected: 6) == .unlinked(sequence: 4))
  }

  @Test func removalsAreFoundWhereverTheyAre() {
    for index in 0..<6 {
      var entries = chain(6)
      entries.remove(at: index)
      let found: AuditChain.Break =
        index == 5
        ? .truncated(expected: 6, found: 5)
        : .missing(expected: Int64(index + 1), found: Int64(index + 2))
      #expect(firstBreak(entries, expected: 6) == found)
    }
    #expect(firstBreak([], expected: 6) == .truncated(expected: 6, found: 0))
  }

  @Test func exchangedAndRepeatedEntriesAreFound() {
    var swapped = chain(6)
    swapped.swapAt(2, 3)
    #expect(firstBreak(swapped, expected: 6) == .missing(expected: 3, found: 4))
    let entries = chain(3)
    #expect(
      firstBreak([entries[0], entries[1], entries[1]], expected: 3)
        == .missing(expected: 3, found: 2))
  }
}

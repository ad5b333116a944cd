import DeskCore
import DeskStore
import GRDB
import Testing

/// Moods that change after they were stored: by a person's word, and by another model.
@Suite struct MoodTests {
  private func record(_ correction: MoodCorrection, over model: MoodReading) -> CorrectionRecord {
    CorrectionRecord(correction: correction, model: model, seat: Seat("ana"), at: dawn)
  }

  private func correct(_ desk: DeskDatabase, _ mention: Mention, _ said: MoodCorrection) throws {
    try desk.decide { tx in
      try tx.setCorrection(record(said, over: mention.mood), of: mention.id)
      try tx.setMood(mention.mood.corrected(by: said), of: mention.id)
      let levels = ServiceLevels(targets: ServiceTargets(complaintMinutes: 120))
      try tx.reclock(mention.id, by: levels)
    }
  }

  private func shares(_ desk: DeskDatabase) throws -> [Int] {
    let bucket = try #require(
      try desk.mood(from: dawn, to: dawn.adding(.minutes(60)), bucketSeconds: 3600).first)
    return [bucket.negative, bucket.neutral, bucket.positive]
  }

  @Test func aCorrectionMovesCountRankAndClock() throws {
    let desk = try DeskDatabase.temporary()
    try desk.take(judged("a"), judged("b"))
    let before = try #require(try desk.mention(native: "a"))
    #expect(try shares(desk) == [0, 2, 0])
    try correct(desk, before, MoodCorrection(sentiment: .negative, intent: .complaint))
    #expect(try shares(desk) == [1, 1, 0])
    let after = try #require(try desk.mention(before.id))
    #expect(after.mood.negative == 1)
    #expect(after.version == before.version)
    #expect(after.dueAt == dawn.adding(.hours(2)))
    let queue = try desk.queue(MentionFilter(), after: nil, limit: 10).mentions
    #expect(queue.first?.id == before.id)
    #expect(try desk.correction(of: before.id)?.model == before.mood)
  }

  @Test func aPersonsWordOutlivesAnEdit() throws {
    let desk = try DeskDatabase.temporary()
    try desk.take(judged("a"))
    let mention = try #require(try desk.mention(native: "a"))
    try correct(desk, mention, MoodCorrection(sentiment: .positive))
    try desk.take(judged("a", "edited", mood: mood(.negative)))
    #expect(try desk.mention(mention.id)?.mood.sentiment == .positive)
    #expect(try desk.correction(of: mention.id)?.model.sentiment == .negative)
    #expect(try shares(desk) == [0, 0, 1])
  }

  @Test func correctionsAreHandedOnByPageWithoutWhatWasDeleted() throws {
    let desk = try DeskDatabase.temporary()
    for name in ["a", "b", "c"] { try desk.take(judged(name, "text of \(name)")) }
    for name in ["a", "b", "c"] {
      let mention = try #require(try desk.mention(native: name))
      try correct(desk, mention, MoodCorrection(intent: .question))
    }
    _ = try desk.store(batch([.deleted(MentionKey(account: main, native: "b"))]))
    let first = try desk.corrections(after: MentionID(rawValue: 0), limit: 1)
    #expect(first.map(\.text) == ["text of a"])
    let rest = try desk.corrections(after: try #require(first.last).id, limit: 9)
    #expect(rest.map(\.text) == ["text of c"])
    #expect(rest.first?.record.correction == MoodCorrection(intent: .question))
  }

  @Test func aRereadingGoesOnWhereItStoppedAndTellsHowFarItIs() throws {
    let desk = try DeskDatabase.temporary()
    #expect(try desk.toReread(model: "old/1", limit: 5) == nil)
    for number in 1...10 { try desk.take(judged("\(number)", "text \(number)")) }
    #expect(try desk.toReread(model: "old/1", limit: 5) == nil)
    let step = try #require(try desk.toReread(model: "new/1", limit: 4))
    #expect(step.texts.map(\.text) == ["text 10", "text 9", "text 8", "text 7"])
    try desk.take(judged("9", "edited meanwhile"))
    try desk.store(step.texts.map { _ in mood(.negative) }, of: step)
    #expect(try desk.mention(native: "10")?.mood.sentiment == .negative)
    #expect(try desk.mention(native: "9")?.mood.sentiment == .neutral)
    #expect(try desk.status(now: dawn).rereadPercent == 40)
    #expect(try shares(desk) == [3, 7, 0])
    try desk.take(judged("11", "already read by the new one"))
    let next = try #require(try desk.toReread(model: "new/1", limit: 100))
    #expect(next.texts.first?.text == "text 6")
    try desk.store(next.texts.map { _ in mood(.negative) }, of: next)
    #expect(try desk.toReread(model: "new/1", limit: 100) == nil)
    #expect(try desk.status(now: dawn).rereadPercent == nil)
    #expect(try desk.mention(native: "11")?.mood.sentiment == .neutral)
  }

  @Test func aStepOfAnOlderModelIsDropped() throws {
    let desk = try DeskDatabase.temporary()
    try desk.take(judged("a"))
    let step = try #require(try desk.toReread(model: "new/1", limit: 5))
    _ = try desk.toReread(model: "new/2", limit: 5)
    try desk.store([mood(.negative)], of: step)
    #expect(try desk.mention(native: "a")?.mood.sentiment == .neutral)
  }

  @Test func filtersByHowMuchATextInsults() throws {
    let desk = try DeskDatabase.temporary()
    var rude = mood(.negative)
    rude.abuse = 0.9
    try desk.take(judged("kind"), judged("rude", mood: rude))
    var filter = MentionFilter()
    filter.abuseAbove = 0.8
    let found = try desk.stream(filter, before: nil, limit: 10).mentions
    #expect(found.map(\.incoming.key.native) == ["rude"])
  }
}

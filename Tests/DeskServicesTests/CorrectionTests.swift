import DeskCore
import DeskServices
import DeskTesting
import Testing

/// A person's word on a mood, and what a change of the model makes of stored ones.
@Suite struct CorrectionTests {
  @Test func aPersonsWordWinsAndIsUndone() throws {
    let desk = TestDesk()
    let id = try desk.bring(desk.incoming("1"))[0]
    let before = try #require(try desk.desk.mention(id))
    guard case .done(let undo) = try desk.run(.correct([id], MoodCorrection(sentiment: .negative)))
    else { return }
    let corrected = try #require(try desk.desk.mention(id))
    #expect(corrected.mood.sentiment == .negative)
    #expect(corrected.mood.negative == 1)
    #expect(corrected.mood.intent == before.mood.intent)
    #expect(corrected.version == before.version)
    #expect(try desk.desk.correction(of: id)?.model == before.mood)
    try desk.handler.execute(all: undo, as: desk.ana, at: desk.now)
    #expect(try desk.desk.mention(id)?.mood == before.mood)
    #expect(try desk.desk.correction(of: id) == nil)
    #expect(try desk.actions() == ["correct", "uncorrect"])
  }

  @Test func anIntentIsAddedToASentimentAndMovesTheClock() throws {
    let desk = TestDesk()
    let id = try desk.bring(desk.incoming("1"))[0]
    try desk.run(.correct([id], MoodCorrection(sentiment: .positive)))
    try desk.run(.correct([id], MoodCorrection(intent: .praise)))
    let record = try #require(try desk.desk.correction(of: id))
    #expect(record.correction == MoodCorrection(sentiment: .positive, intent: .praise))
    let mention = try #require(try desk.desk.mention(id))
    #expect(
      mention.dueAt == ServiceLevels().due(intent: .praise, seenAt: mention.seenAt, level: .calm))
    guard case .done(let undo) = try desk.run(.uncorrect(id, to: nil)) else { return }
    #expect(undo == [.uncorrect(id, to: record.correction)])
  }

  @Test func sayingTheSameTwiceChangesNothing() throws {
    let desk = TestDesk()
    let id = try desk.bring(desk.incoming("1"))[0]
    try desk.run(.correct([id], MoodCorrection(sentiment: .neutral)))
    guard case .done(let undo) = try desk.run(.correct([id], MoodCorrection(sentiment: .neutral)))
    else { return }
    #expect(undo.isEmpty)
    #expect(try desk.actions() == ["correct"])
  }

  @Test func whatTheAuthorDeletedIsNotCorrected() throws {
    let desk = TestDesk()
    let id = try desk.bring(desk.incoming("1"))[0]
    let key = try #require(try desk.desk.mention(id)).incoming.key
    _ = try desk.desk.store(
      IntakeBatch(account: desk.mainAccount, events: [.deleted(key)], cursor: nil, at: desk.now))
    let refusal = try desk.refusal(.correct([id], MoodCorrection(sentiment: .positive)))
    #expect(refusal == .state(id, .withdrawn))
    #expect(try desk.refusal(.correct([id], MoodCorrection()), as: desk.eve) != nil)
  }

  @Test func aNewModelReadsEverythingOnceAndLeavesAPersonsWord() async throws {
    let desk = TestDesk()
    let old = RereadingService(store: desk.desk, reader: FlatReader(), clock: desk.deskClock)
    try old.begin()
    let ids = try (1...250).map { try desk.bring(desk.incoming("\($0)", "broken again"))[0] }
    try desk.run(.correct([ids[7]], MoodCorrection(sentiment: .positive)))
    #expect(try desk.desk.toReread(model: "flat/1", limit: 10) == nil)

    let new = RereadingService(
      store: desk.desk, reader: GrimReader(), clock: .system)
    try await new.run()
    let moods = try ids.map { try #require(try desk.desk.mention($0)).mood }
    #expect(moods[7].sentiment == .positive)
    #expect(try desk.desk.correction(of: ids[7])?.model.sentiment == .negative)
    #expect(moods.enumerated().allSatisfy { $0.offset == 7 || $0.element.sentiment == .negative })
    #expect(try desk.desk.toReread(model: "grim/1", limit: 10) == nil)
  }
}

/// Reads every text as a negative complaint.
struct GrimReader: MoodReader {
  let name = "grim"
  let version = 1
  func read(_ text: String, language hint: Language?) -> MoodReading {
    MoodReading(
      sentiment: .negative, negative: 0.9, neutral: 0.1, positive: 0, intent: .complaint,
      abuse: 0, language: .english)
  }
  func reasons(for text: String, language hint: Language?) -> [MoodReason] { [] }
}

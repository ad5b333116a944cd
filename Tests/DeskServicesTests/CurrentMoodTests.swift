import DeskCore
import DeskServices
import DeskTesting
import Testing

@Suite struct CurrentMoodTests {
  @Test func whatComesInIsReadWithTheReaderOfNow() throws {
    let mood = CurrentMood(FlatReader())
    let judge = MentionJudge(reader: mood)
    let desk = TestDesk()
    #expect(judge.judge(desk.incoming("1"), at: desk.now).mood.sentiment != .negative)
    mood.exchange(for: GrimReader(), model: "grim/1/words")
    #expect(judge.judge(desk.incoming("2"), at: desk.now).mood.sentiment == .negative)
    #expect(mood.name == "grim")
    #expect(mood.now.model == "grim/1/words")
  }

  @Test func whatIsStoredIsReadAgainAfterEachExchange() async throws {
    let desk = TestDesk()
    let mood = CurrentMood(FlatReader())
    let service = RereadingService(store: desk.desk, mood: mood, clock: .system)
    try service.begin()
    let ids = try (1...120).map { try desk.bring(desk.incoming("\($0)", "broken again"))[0] }
    let work = Task { try await service.keep() }
    defer { work.cancel() }

    mood.exchange(for: GrimReader(), model: "grim/1/a")
    try await desk.settles { try desk.desk.mention(ids[0])?.mood.sentiment == .negative }
    #expect(try desk.desk.mention(ids[119])?.mood.sentiment == .negative)
    mood.exchange(for: FlatReader(), model: "flat/1/b")
    try await desk.settles { try desk.desk.mention(ids[0])?.mood.sentiment != .negative }
    work.cancel()
    _ = await work.result
    #expect(try desk.desk.toReread(model: "flat/1/b", limit: 10) == nil)
  }
}

extension TestDesk {
  /// Returns once something holds; a test that waits for ever is ended by its time limit.
  fileprivate func settles(_ isTrue: () throws -> Bool) async throws {
    while try !isTrue() { try await Task.sleep(for: .milliseconds(5)) }
  }
}

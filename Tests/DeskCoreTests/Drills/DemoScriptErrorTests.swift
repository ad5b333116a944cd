import DeskCore
import Testing

@Suite struct DemoScriptErrorTests {
  static let mention = "mention\t-1.5\tm1\tann\tAnn B\t10\t20\ten\t-\thi\\nthere"

  @Test func readsBothKinds() throws {
    let script = try DemoScript(parsing: "# head\n\n\(Self.mention)\npost\t90\tp1\tuz\tSalom\n")
    let expected = DemoMention(
      offset: -1.5, id: "m1", handle: "ann", displayName: "Ann B", followers: 10,
      accountAgeDays: 20, language: .english, inReplyTo: nil, text: "hi\nthere")
    #expect(script.mentions == [expected])
    #expect(script.posts == [DemoPost(offset: 90, id: "p1", language: .uzbek, text: "Salom")])
  }

  @Test(
    arguments: [
      ("reply\t1", DemoScriptError.Problem.unknownKind("reply")),
      ("post\t1\tp1\ten", .fieldCount(expected: 5, found: 4)),
      ("post\tsoon\tp1\ten\thi", .notANumber(field: "due", value: "soon")),
      ("post\t1\t\ten\thi", .empty(field: "id")),
      (mention, .duplicate(id: "m1")),
      ("mention\t5\tm2\ta\tA\t1\t1\ten\tm9\thi", .unknownReply(id: "m9")),
      ("mention\t5\tm2\ta\tA\t1\t1\ten\tm2\thi", .unknownReply(id: "m2")),
      ("mention\t-9\tm2\ta\tA\t1\t1\ten\t-\thi", .outOfOrder),
      ("mention\t5\tm2\ta\tA\t-1\t1\ten\t-\thi", .notANumber(field: "followers", value: "-1")),
      ("mention\tnan\tm2\ta\tA\t1\t1\ten\t-\thi", .notANumber(field: "offset", value: "nan")),
    ])
  func namesTheLineAndTheMistake(line: String, problem: DemoScriptError.Problem) {
    #expect(throws: DemoScriptError(line: 3, problem: problem)) {
      try DemoScript(parsing: "# head\n\(Self.mention)\n\(line)\n")
    }
  }
}

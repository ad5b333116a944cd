import Foundation
import Testing

/// A desk learns from what its people corrected.
@Suite struct TrainingStories {
  private static let praise = [
    "this new drop is sick", "your sick boards sell out every week", "sick colours on the new deck",
    "that sick grip tape though", "the sick wheels finally came back", "sick video, sick trucks",
    "picked up the sick deck today", "these trucks are sick", "so sick, the blue one",
    "the team edit is sick",
  ]
  private static let others = [
    "my parcel never arrived", "where is the shop in Lyon?", "thank you for the quick help",
    "the app logs me out every day", "open on Sunday?", "lovely staff, will come again",
    "charged twice for one order", "the train leaves at nine", "is the hoodie made of cotton?",
    "worst hotline I ever called",
  ]

  /// A desk with mentions 1... of which the first `corrected` were put right.
  private func desk(corrected: Int, of texts: [String]) throws -> DeskFolder {
    let desk = try DeskFolder()
    let lines = texts.enumerated().map { index, text in
      """
      {"id":"m\(index)","text":"\(text)","created_at":"2026-01-31T09:\(10 + index):00Z",\
      "author":{"handle":"customer\(index)"}}
      """
    }
    let result = try Program.run(
      "ingest", "--desk", desk.path, "-", input: lines.joined(separator: "\n") + "\n")
    #expect(result.status == 0, "\(result.error)")
    let ids = (0..<corrected).map { String($0 + 1) }
    if !ids.isEmpty {
      let words = ["correct", "--desk", desk.path, "--sentiment", "positive"] + ids
      #expect(try Shell.run(Program.path, words).status == 0)
    }
    return desk
  }

  private func mode(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  @Test func aDeskLearnsAndReadsWithWhatItLearned() throws {
    let desk = try desk(corrected: 10, of: Self.praise + Self.others)
    let trained = try Program.run("train", "--with-corrections", "--desk", desk.path)
    #expect(trained.status == 0, "\(trained.error)")
    #expect(trained.error.contains("learned from 10 corrections"))
    #expect(trained.error.contains("of the 10 newest other mentions"))
    #expect(trained.output == "[mood]\nmodel = \"mood.model\"\n")
    let model = "\(desk.path)/mood.model"
    #expect(try mode(model) == 0o600)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: desk.path).allSatisfy {
        !$0.hasSuffix(".new")
      })

    try Data(trained.output.utf8).write(to: URL(fileURLWithPath: "\(desk.path)/desk.toml"))
    let line = #"{"id":"n1","text":"sick wheels","author":{"handle":"x"}}"#
    #expect(try Program.run("ingest", "--desk", desk.path, "-", input: line + "\n").status == 0)
    let queue = try Program.run("queue", "--desk", desk.path, "--json", "sentiment:positive")
    #expect(queue.output.contains("sick wheels"))
    let again = try Program.run("train", "--with-corrections", "--desk", desk.path)
    #expect(again.status == 0, "\(again.error)")
    #expect(again.output.isEmpty)
    #expect(again.error.contains("names it already"))
  }

  @Test func tooFewCorrectionsAreRefusedWithAWord() throws {
    let desk = try desk(corrected: 4, of: Self.praise)
    let result = try Program.run("train", "--with-corrections", "--desk", desk.path)
    #expect(result.status == 2)
    #expect(result.error.contains("has 4 corrections"))
    #expect(!FileManager.default.fileExists(atPath: "\(desk.path)/mood.model"))
  }

  @Test func aDamagedModelIsNamed() throws {
    let desk = try DeskFolder(configuration: "[mood]\nmodel = \"mood.model\"\n")
    try Data("CDMOOD\r\nand no more".utf8)
      .write(to: URL(fileURLWithPath: "\(desk.path)/mood.model"))
    let result = try Program.run("train", "--with-corrections", "--desk", desk.path)
    #expect(result.status == 3)
    #expect(result.error.contains("mood.model"))
    #expect(result.error.contains("is not a mood model"))
  }

  @Test func whatChangesTooMuchIsWrittenOnlyWhenForced() throws {
    let corrected = ["red", "big", "old", "wet", "hot", "new"].map { "the \($0) cap is mid" }
    let others = corrected.map { $0.replacingOccurrences(of: "the", with: "The") + "." }
    let desk = try desk(corrected: 6, of: corrected + others)
    let out = "\(desk.path)/own.model"
    let words = ["train", "--with-corrections", "--desk", desk.path, "--out", out, "--json"]
    let refused = try Shell.run(Program.path, words)
    #expect(refused.status == 2, "\(refused.output)\(refused.error)")
    #expect(refused.error.contains("--force"))
    #expect(!FileManager.default.fileExists(atPath: out))
    let forced = try Shell.run(Program.path, words + ["--force"])
    #expect(forced.status == 0, "\(forced.error)")
    #expect(forced.output.contains("\"drift\":{\"changed\":"))
    #expect(forced.error.contains("model = \"own.model\""))
    #expect(try mode(out) == 0o600)
  }

  @Test func everyFifthOfManyCorrectionsIsKeptToJudgeBy() throws {
    let texts = (1...25).map { "order \($0 * 7) came with a sick sticker" }
    let desk = try desk(corrected: 25, of: texts)
    let result = try Program.run("train", "--with-corrections", "--desk", desk.path)
    #expect(result.status == 0, "\(result.error)")
    #expect(result.error.contains("learned from 20 corrections"))
    #expect(result.error.contains("5 corrections not learned from: "))
  }

  @Test func whatToLearnFromHasToBeSaid() throws {
    let result = try Program.run("train")
    #expect(result.status == 64)
    #expect(result.error.contains("--with-corrections"))
  }
}

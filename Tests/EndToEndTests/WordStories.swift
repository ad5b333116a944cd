import Foundation
import Testing

/// Words of a brand that are changed while the desk runs.
@Suite struct WordStories {
  private static let line =
    """
    {"id":"m1","text":"Tyklovap opens at nine","created_at":"2026-01-31T09:10:00Z",\
    "author":{"handle":"customer1"}}
    """

  @Test(.timeLimit(.minutes(2)))
  func wordsTakeEffectWhileTheDeskServes() async throws {
    let desk = try DeskFolder()
    #expect(try Program.run("ingest", "--desk", desk.path, "-", input: Self.line).status == 0)
    #expect(try !isNegative(desk))
    let serving = try Serving(desk: desk.path)
    defer { serving.end() }
    try await Task.sleep(for: .seconds(1.5))

    try write("[words]\n\"tyklovap\" = \"negative\"\n", desk)
    while try !isNegative(desk) { try await Task.sleep(for: .milliseconds(200)) }
    while !serving.said.contains("1 word of your own") {
      try await Task.sleep(for: .milliseconds(200))
    }

    try write("[words]\n\"tyklovap\" = \"dreadful\"\n", desk)
    while !serving.said.contains("before stay in use") {
      try await Task.sleep(for: .milliseconds(200))
    }
    #expect(serving.said.contains("desk.toml:2: "))

    try write("[words]\n\"tyklovap\" = \"positive\"\n", desk)
    while try isNegative(desk) { try await Task.sleep(for: .milliseconds(200)) }
  }

  private func isNegative(_ desk: DeskFolder) throws -> Bool {
    let queue = try Program.run("queue", "--desk", desk.path, "--json")
    return queue.output.contains("\"sentiment\":\"negative\"")
  }

  private func write(_ text: String, _ desk: DeskFolder) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: desk.path + "/desk.toml"))
  }
}

/// `crisisdesk serve` on a desk, until it is told to end.
private final class Serving {
  private let process = Process()
  private let notes: URL

  init(desk: String) throws {
    notes = URL(fileURLWithPath: desk + "/notes.txt")
    try Data().write(to: notes)
    process.executableURL = URL(fileURLWithPath: Program.path)
    process.arguments = ["serve", "--desk", desk]
    process.standardError = try FileHandle(forWritingTo: notes)
    process.standardInput = FileHandle.nullDevice
    try process.run()
  }

  /// What it has told so far.
  var said: String { (try? String(contentsOf: notes, encoding: .utf8)) ?? "" }

  func end() {
    process.terminate()
    process.waitUntilExit()
  }
}

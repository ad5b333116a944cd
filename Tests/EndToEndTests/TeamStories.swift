import Foundation
import Glibc
import Testing

/// Two dashboards as two processes on one desk.
@Suite(.serialized, .enabled(if: Tmux.isInstalled, "tmux is not installed"))
struct TeamStories {
  /// A desk with one complaint and, where there is the library for it, a clock that can be set.
  private struct Team {
    let desk: DeskFolder
    let clock: ShiftedClock?

    init(needsClock: Bool = false) throws {
      desk = try DeskFolder()
      clock = needsClock ? try ShiftedClock(in: desk.path) : nil
      let line = """
        {"id":"m1","text":"Refund please, my order never came",\
        "created_at":"2026-01-31T09:15:00Z","author":{"handle":"lena"}}
        """
      let result = try Program.run("ingest", "--desk", desk.path, "-", input: line)
      #expect(result.status == 0, "\(result.error)")
    }

    /// A dashboard of somebody's own, with the queue before them.
    func sitDown(_ seat: String) throws -> Tmux {
      let tmux = try Tmux()
      let clock = clock.map { "\($0.environment) " } ?? ""
      try tmux.shell("\(clock)\(Program.path) --desk \(desk.path) --as \(seat)")
      try tmux.wait(for: "@lena")
      try tmux.press("3")
      return tmux
    }

    func kill(_ seat: String) throws {
      let name = "crisisdesk --desk \(desk.path) --as \(seat)"
      _ = try Shell.run("pkill", "-9", "-f", name)
    }
  }

  @Test func aClaimIsSeenByBothAndTakenOverOnceAsked() throws {
    let team = try Team()
    let (ana, ben) = (try team.sitDown("ana"), try team.sitDown("ben"))
    try ana.press("c")
    try ana.wait(for: "{ana ")
    try ben.wait(for: "{ana ")
    try ben.press("c")
    try ben.wait(for: "y takes it and tells them")
    try ana.wait("ana to keep it meanwhile") { $0.contains("{ana ") && !$0.contains("{ben ") }
    try ben.press("y")
    try ben.wait(for: "{ben ")
    try ana.wait(for: "{ben ")
    try ana.wait(for: "ben took")
    let audit = try Program.run("audit", "list", "--desk", team.desk.path).output
    #expect(audit.contains("steal"))
  }

  @Test func theClaimOfAProcessThatDiedIsFreeAfterALease() throws {
    guard ShiftedClock.library != nil else {
      try Test.cancel("libStretchedClock.so is not built")
    }
    let team = try Team(needsClock: true)
    let (ana, ben) = (try team.sitDown("ana"), try team.sitDown("ben"))
    try ana.press("c")
    try ben.wait(for: "{ana ")
    try team.kill("ana")
    try ana.wait(for: "prompt>")
    try team.clock?.jump(seconds: 60)
    try ben.wait("the claim to stand for its lease") { $0.contains("{ana 1m}") }
    try team.clock?.jump(seconds: 125)
    try ben.wait("the claim to be over") { $0.contains("@lena") && !$0.contains("{ana") }
    let again = try team.sitDown("ana")
    try ben.press("c")
    try ben.wait(for: "{ben ")
    try again.wait(for: "{ben ")
  }

  @Test func whatStandsAndWhoWaitsIsTheSameOnBothScreens() throws {
    let team = try Team()
    let (ana, ben) = (try team.sitDown("ana"), try team.sitDown("ben"))
    try ana.press("H")
    try ben.wait(for: "[we wait for them]")
    try ben.press("H")
    try ben.wait(for: "the clock goes on")
    try ana.wait("the clock to go on") { !$0.contains("[we wait for them]") }
    try ana.press("F2")
    try ana.wait(for: "OPEN: 1")
    let sheet = try Program.run("handover", "--desk", team.desk.path, "--json")
    #expect(sheet.status == 0 && sheet.output.contains("\"open_count\":1"), "\(sheet.output)")
  }
}

/// A clock for processes under test that can be set while they run, by a preloaded library.
private struct ShiftedClock {
  /// The library, beside the tests; nil when it was not built.
  static var library: String? {
    let path = URL(fileURLWithPath: Program.path).deletingLastPathComponent()
      .appendingPathComponent("libStretchedClock.so").path
    return access(path, R_OK) == 0 ? path : nil
  }

  private let file: String

  init(in folder: String) throws {
    file = folder + "/clock"
    let clocks = [CLOCK_REALTIME, CLOCK_MONOTONIC, CLOCK_BOOTTIME].map { clock in
      var time = timespec()
      clock_gettime(clock, &time)
      return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }
    try write(speed: 1, clocks: clocks)
  }

  private func write(speed: Int64, clocks: [Int64]) throws {
    let bytes = ([speed] + clocks + [0]).flatMap { field in
      (0..<8).map { UInt8(truncatingIfNeeded: field >> (8 * $0)) }
    }
    try Data(bytes).write(to: URL(fileURLWithPath: file))
  }

  /// What stands before a command so that it lives by this clock.
  var environment: String {
    "env LD_PRELOAD=\(Self.library ?? "") STRETCHED_CLOCK=\(file)"
  }

  /// Sets the time of day so far ahead of the true one for every process at once.
  func jump(seconds: Int64) throws {
    let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: file))
    defer { try? handle.close() }
    try handle.seek(toOffset: 32)
    let ahead = seconds * 1_000_000_000
    try handle.write(contentsOf: Data((0..<8).map { UInt8(truncatingIfNeeded: ahead >> (8 * $0)) }))
  }
}

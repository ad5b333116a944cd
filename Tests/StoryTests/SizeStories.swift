import DeskCore
import DeskTesting
import Testing

@testable import DeskUI

/// How large the newest alert is, as more people write about it.
struct SizeStories {
  private func alert(at: Timestamp) -> Alert {
    let alarm = SpikeAlarm(
      kind: .volume, cause: .began, severity: .medium, at: at, windowSeconds: 900, sum: 41,
      usual: 6, negative: 30, judged: 41, usualShare: 0.18, texts: 40)
    return Alert(
      id: AlertID(rawValue: 1), series: SeriesKey(brand: "story"), kind: .volume, cause: .began,
      severity: .medium,
      figures: AlertFigures(alarm, offsetSeconds: 0, baseline: SpikeDetector().baseline))
  }

  @Test func countsWhoWritesAfterTheLastLook() throws {
    let desk = try StoryDesk()
    let memory = VoiceMemory()
    let alert = alert(at: desk.clock.now())
    func size() throws -> SizeEstimate {
      desk.clock.advance(by: .seconds(1))
      return try memory.size(of: alert, now: desk.clock.now(), reader: desk.store)
    }
    for number in 1...3 { try desk.write("the app is broken again", from: "voice\(number)") }
    #expect(try size().authors == 3)
    for number in 3...5 { try desk.write("still broken, still no word", from: "voice\(number)") }
    let later = try size()
    #expect(later.voices == 6)
    #expect(later.authors == 5)
    #expect(later == (try VoiceMemory().size(of: alert, now: desk.clock.now(), reader: desk.store)))
  }

  @Test func hearsOfCorrectionsWithinAMinute() throws {
    let desk = try StoryDesk()
    let screen = try desk.sitDown("ana")
    let memory = VoiceMemory()
    let alert = alert(at: desk.clock.now())
    let first = try desk.write("the app is broken again", from: "voice1")
    func negative() throws -> Int {
      try memory.size(of: alert, now: desk.clock.now(), reader: desk.store).negative
    }
    desk.clock.advance(by: .seconds(1))
    #expect(try negative() == 1)
    screen.press("<Enter> +")
    #expect(screen.open == first)
    desk.clock.advance(by: .seconds(61))
    #expect(try negative() == 0)
  }
}

import DeskConfiguration
import DeskCore
import FoundationEssentials
import Glibc
import Testing

@Suite struct DeskPlacesTests {
  @Test func xdgFoldersAreUsed() {
    let places = DeskPlaces(
      desk: nil,
      environment: ["HOME": "/home/ana", "XDG_DATA_HOME": "/data/", "XDG_STATE_HOME": "relative"])
    #expect(places.configurationFile == "/home/ana/.config/crisisdesk/desk.toml")
    #expect(places.themesFolder == "/home/ana/.config/crisisdesk/themes")
    #expect(places.databaseFile == "/data/crisisdesk/desk.db")
    #expect(places.rejectsFolder == "/data/crisisdesk/rejects")
    #expect(places.logFolder == "/home/ana/.local/state/crisisdesk/log")
  }

  @Test func namedDeskKeepsEverythingTogether() {
    let places = DeskPlaces(desk: "/desks/acme/", environment: ["XDG_DATA_HOME": "/data"])
    #expect(places.configurationFile == "/desks/acme/desk.toml")
    #expect(places.databaseFile == "/desks/acme/desk.db")
    #expect(places.logFolder == "/desks/acme/log")
    #expect(places.resolve("t", environment: [:]) == "/desks/acme/t")
    #expect(places.resolve("/t", environment: [:]) == "/t")
  }

  @Test func writingIsPrivateAndNeverOverwrites() throws {
    try withFolder { folder in
      let places = DeskPlaces(folder: "\(folder)/desk")
      #expect(try places.configuration() == nil)
      var desk = DeskConfiguration()
      desk.name = "ours"
      try desk.write(to: places)
      #expect(try places.configuration() == desk)
      #expect(mode(of: places.configurationFolder) == 0o700)
      #expect(mode(of: places.rejectsFolder) == 0o700)
      #expect(mode(of: places.configurationFile) == 0o600)
      desk.name = "other"
      #expect(throws: ConfigurationProblem.self) { try desk.write(to: places) }
      #expect(try places.configuration()?.name == "ours")
    }
  }

  private func mode(of path: String) -> mode_t {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & 0o777 : 0
  }
}

@Suite struct DeskZoneTests {
  @Test func offsetFollowsTheClockChange() throws {
    let zone = try #require(DeskZone(name: "Europe/Kyiv"))
    // Clocks went from 03:00 to 04:00 on 2026-03-29, at 01:00 UTC.
    let change = try #require(Timestamp(rfc3339: "2026-03-29T01:00:00Z"))
    #expect(zone.offsetSeconds(at: change.adding(.seconds(-1))) == 7200)
    #expect(zone.offsetSeconds(at: change) == 10_800)
    #expect(zone.offsetSeconds(at: change.adding(.seconds(-1))) == 7200)
  }

  @Test func everyTimeBeforeTheEpochHasAnOffset() throws {
    let zone = try #require(DeskZone(name: "Asia/Tashkent"))
    #expect(zone.offsetSeconds(at: Timestamp(milliseconds: 1_700_000_000_000)) == 18_000)
    #expect(zone.offsetSeconds(at: Timestamp(milliseconds: -1)) != 0)
    #expect(DeskZone(name: "Mars/Olympus") == nil)
  }
}

import DeskCore
import DeskStore
import DeskTesting
import Testing

/// The same words to many, by two people who do not see each other's screens.
@Suite struct RepeatStories {
  @Test func theSixthOfTwoWritersWaitsForASecondPerson() async throws {
    let team = Team(
      roles: [Seat("ana"): .responder, Seat("ben"): .responder, Seat("kim"): .lead])
    let desk = try StoryDesk(team: team)
    for number in 1...7 { try desk.write("My parcel is late again \(number)!", from: "p\(number)") }
    let seats = [try desk.sitDown("ana"), try desk.sitDown("ben")]
    let kim = try desk.sitDown("kim")
    for number in 0..<6 {
      let screen = seats[number % 2]
      screen.press("3 r")
      screen.type("We are sorry and look for your parcel at once.")
      screen.press("F5")
      try await desk.wait(.seconds(15))
    }
    #expect(desk.arrived.count == 5)
    #expect(seats[1].shows("5 people have had these words today"))
    kim.press("Q")
    #expect(kim.shows("5 people have had these words today"))
    kim.press("K")
    try await desk.wait(.seconds(15))
    #expect(desk.arrived.count == 6)
    seats[0].press("3 r")
    seats[0].type("Sorry! A colleague of mine rings the courier for you.")
    seats[0].press("F5")
    try await desk.wait(.seconds(15))
    #expect(desk.arrived.count == 7)
  }
}

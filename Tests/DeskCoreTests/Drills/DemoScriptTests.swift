import DeskCore
import Testing

@Suite struct DemoScriptTests {
  let script = DemoScript.embedded

  @Test func hasSixLanguagesAndSixPosts() {
    #expect(script.mentions.count >= 420)
    for code in ["en", "ar", "fa", "uz", "uk", "ru"] {
      let count = script.mentions.count { $0.language.rawValue == code }
      #expect(count >= 45, "\(code)")
    }
    let cyrillicUzbek = script.mentions.count { mention in
      mention.language == .uzbek
        && mention.text.unicodeScalars.contains { (0x400..<0x530) ~= $0.value }
    }
    #expect(cyrillicUzbek >= 8)
    #expect(script.posts.count == 6)
    #expect(script.posts.contains { $0.offset >= 86_400 })
  }

  @Test func startsWithAFullScreen() {
    let morning = script.mentions.filter { $0.offset < 0 }
    #expect((55...70).contains(morning.count))
    #expect(morning.allSatisfy { $0.offset >= -4 * 3600 })
  }

  @Test func rateRisesAtTheFailureAndFallsInRecovery() {
    func rate(_ range: Range<Double>) -> Double {
      let count = script.mentions.count { range.contains($0.offset) }
      return Double(count) / (range.upperBound - range.lowerBound)
    }
    #expect(rate(120..<240) > 2 * rate(0..<120))
    #expect(rate(240..<430) > 1.5 * rate(120..<240))
    #expect(rate(430..<700) > 1.2 * rate(240..<430))
    #expect(rate(700..<1200) < rate(430..<700) / 2)
    #expect(script.mentions.allSatisfy { $0.offset <= 1200 })
  }

  @Test func conversationsAndVoicesAreThere() {
    #expect(script.mentions.count { $0.inReplyTo != nil } >= 50)
    #expect(script.mentions.contains { $0.followers > 800_000 })
    #expect(script.mentions.count { $0.accountAgeDays <= 3 } >= 15)
    #expect(Set(script.mentions.map(\.handle)).count >= 200)
    #expect(script.mentions.contains { $0.text.contains("\n") })
  }

  /// Only the copied texts of the bots may be near each other.
  @Test func peopleDoNotRepeatEachOther() {
    let people = script.mentions.filter { $0.accountAgeDays > 3 }
    #expect(Set(people.map(\.text)).count == people.count)
    let openings = Dictionary(grouping: people) { $0.text.split(separator: " ").prefix(4) }
    let repeated = openings.filter { $0.value.count > 2 }
    #expect(repeated.isEmpty, "\(repeated.keys)")
  }

  @Test func linksLeadNowhere() {
    let texts = script.mentions.map(\.text) + script.posts.map(\.text)
    let links = texts.joined(separator: " ").split { " \n".contains($0) }.filter {
      $0.contains("://")
    }
    #expect(links.count >= 8)
    for link in links {
      let host = String(link.split(separator: "/").dropFirst().first ?? "")
      #expect(host.hasSuffix(".example") || host == "example.com", "\(link)")
    }
  }

  @Test func oneHandleIsOnePerson() {
    for (handle, mentions) in Dictionary(grouping: script.mentions, by: \.handle) {
      #expect(Set(mentions.map(\.displayName)).count == 1, "\(handle)")
    }
  }

  /// The script keeps the reader honest: people's own words, not lists made to be read.
  @Test func readerKnowsTheLanguagesOfTheShift() {
    let reader = LexiconMoodReader()
    let wrong = script.mentions.filter { reader.read($0.text).language != $0.language }
    #expect(wrong.count * 25 < script.mentions.count, "\(wrong.map(\.text))")
  }

  @Test func readerSeesTheCrisisComeAndGo() {
    let reader = LexiconMoodReader()
    func net(_ range: Range<Double>) -> Double {
      let readings = script.mentions.filter { range.contains($0.offset) }.map {
        reader.read($0.text)
      }
      return readings.map(\.net).reduce(0, +) / Double(max(1, readings.count))
    }
    #expect(net(-14_400..<120) > 0.1)
    #expect(net(130..<700) < -0.3)
    #expect(net(850..<1200) > net(130..<700) + 0.3)
  }
}

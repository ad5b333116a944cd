import Testing

@testable import DeskCore

@Suite struct VoiceCounterTests {
  private let now = CountSimulator.start

  @Test(arguments: [
    (
      "Penny stock XYZ will explode tomorrow, get in now!",
      "penny stock xyz will explode tomorrow get in now"
    ),
    (
      "Buy this now it is the best deal ever http://a.example/1",
      "Buy this now, it is the best deal ever http://b.example/2"
    ),
    (
      "RT @one My parcel never came and nobody answers the phone",
      "RT @two My parcel never came and nobody answers the phone"
    ),
    (
      "Посылка так и не пришла, никто не отвечает на звонки",
      "посылка так и не пришла!! никто не отвечает на звонки"
    ),
    ("refund", "REFUND!"),
  ])
  func nearlyTheSameByOneAuthorIsOneVoice(first: String, second: String) {
    var counter = VoiceCounter()
    #expect(counter.take(text: first, author: "a", at: now) == .init(isNew: true, isNewText: true))
    #expect(
      counter.take(text: second, author: "a", at: now) == .init(isNew: false, isNewText: false))
    #expect(
      counter.take(text: second, author: "b", at: now) == .init(isNew: true, isNewText: false))
  }

  @Test(arguments: [
    ("my parcel never came and nobody answers", "my order never came and somebody lied to me"),
    ("السلام عليكم أين طلبي رقم واحد من فضلكم", "أريد استرداد أموالي اليوم من فضلكم شكرا لكم"),
    ("no", "yes"),
    ("😡", "😀"),
    ("https://a.example/1", "https://a.example/2"),
  ])
  func differentTextsAreDifferent(first: String, second: String) {
    var counter = VoiceCounter()
    _ = counter.take(text: first, author: "a", at: now)
    #expect(counter.take(text: second, author: "a", at: now).isNew)
  }

  @Test func forgetsAfterADayAndKeepsItsSize() {
    var counter = VoiceCounter()
    _ = counter.take(text: "my parcel never came", author: "a", at: now)
    var random = SeededRandom(seed: 3)
    for hour in 1...40 as ClosedRange<Int64> {
      let text = "text \(random.next()) alpha \(hour) beta gamma delta"
      _ = counter.take(text: text, author: "b", at: now.adding(.hours(hour)))
    }
    let again = counter.take(text: "my parcel never came", author: "a", at: now.adding(.hours(41)))
    #expect(again.isNew)
  }

  @Test func aStormOfTextsNeverFillsIt() {
    var counter = VoiceCounter()
    var fresh = 0
    for index in 0..<40_000 {
      let text =
        "complaint \(String(UInt64(index) &* 0x9E37_79B9_7F4A_7C15, radix: 26)) about a thing that broke today"
      if counter.take(text: text, author: "u\(index)", at: now).isNew { fresh += 1 }
    }
    #expect(fresh == 40_000)
  }

  private static func word(_ random: inout SeededRandom) -> String {
    String((0..<6).map { _ in Character(Unicode.Scalar(UInt8(97 + random.next() % 26))) })
  }

  /// Fifty copies half an hour before a real storm; `isBot` when one account sends them all.
  private func spamThenStorm(isBot: Bool) -> [SpikeReading] {
    var counter = VoiceCounter()
    var detector = SpikeDetector()
    var random = SeededRandom(seed: 6)
    return SeriesMaker.normal(weeks: 3, seed: 17, brand: DrillBrand.all[0]).enumerated().map {
      index, normal in
      var bucket = normal
      let spam = index == 5000 ? 49 : 0
      let storm = (5012..<5024).contains(index) ? 14 : 0
      for copy in 0..<spam {
        let voice = counter.take(
          text: "Penny stock XYZ will explode tomorrow get in now",
          author: isBot ? "bot" : "bot\(copy)",
          at: normal.start)
        if voice.isNew { bucket.count += 1 }
        if voice.isNewText { bucket.texts += 1 }
      }
      for person in 0..<storm {
        let words =
          "they warned of lower profit \(Self.word(&random)) \(Self.word(&random)) what now"
        let voice = counter.take(text: words, author: "p\(index)-\(person)", at: normal.start)
        if voice.isNew { bucket.count += 1 }
        if voice.isNewText { bucket.texts += 1 }
      }
      return detector.observe(bucket)
    }
  }

  @Test func oneBotsCopiesNeitherRaiseNorHideAnAlarm() throws {
    let readings = spamThenStorm(isBot: true)
    #expect(readings[4990..<5012].allSatisfy { $0.alarms.isEmpty })
    let first = try #require(readings[5012...].first { !$0.alarms.isEmpty })
    #expect(first.bucket.start <= readings[5014].bucket.start)
    #expect(first.alarms.first?.cause == .began)
  }

  @Test func copiesOfManyAccountsDoNotHideWhatComesAfter() throws {
    let readings = spamThenStorm(isBot: false)
    #expect(readings[5000].alarms.first?.cause == .began)
    let told = readings[5012..<5024].flatMap(\.alarms)
    #expect(told.contains { $0.cause == .changed })
  }
}

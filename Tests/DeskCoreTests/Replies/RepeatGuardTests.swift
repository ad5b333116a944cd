import DeskCore
import Testing

@Suite struct RepeatGuardTests {
  static let now = Timestamp(seconds: 1_800_000_000)
  static let text = "We are sorry about the outage. Our team works on it and will write here soon."

  func filled(_ text: String = text, people: Int = 5, limit: Int = 5) -> RepeatGuard {
    var repeats = RepeatGuard(limit: limit)
    for person in 0..<people {
      repeats.record(text, recipient: "p\(person)@x.example", name: "Ana \(person)", at: Self.now)
    }
    return repeats
  }

  func answer(
    _ repeats: RepeatGuard, _ text: String, to recipient: String = "new", name: String = "",
    second: Seat? = nil, after: Span = .seconds(1)
  ) -> RepeatGuard.Answer {
    repeats.answer(
      to: text, recipient: recipient, name: name, author: Seat("ana"), secondPerson: second,
      at: Self.now.adding(after))
  }

  @Test func theNextPersonAfterTheLimitNeedsASecond() {
    #expect(answer(filled(people: 4), Self.text) == .free(others: 4))
    #expect(answer(filled(people: 5), Self.text) == .refused(others: 5, limit: 5))
    #expect(answer(filled(), Self.text, second: Seat("lee")) == .free(others: 5))
    #expect(answer(filled(), Self.text, second: Seat("ana")) == .refused(others: 5, limit: 5))
  }

  @Test func thosePeopleWhoHadItAreNotCounted() {
    #expect(answer(filled(), Self.text, to: "P3@x.example") == .free(others: 4))
  }

  @Test(
    arguments: [
      "WE ARE SORRY ABOUT THE OUTAGE!!! our team works on it and will write here soon 🙏",
      "@new We are sorry about the outage. Our team works on it and will write here soon. 12345",
      "Bob, we are sorry about the outage. Our team works on it and will write here soon.",
      "We are sооо sorry about the outage. Our team works on it and will write here soon.",
      "We are s\u{200B}orry about the out\u{AD}age. Our team works on it and will write here soon",
      "Wе аrе sоrry аbоut thе оutаgе. Our tеаm wоrks оn it аnd will writе hеrе sооn.",
      "Our team works on it and will write here soon. We are sorry about the outage.",
      "We are sorry about this outage. Our team works on it and will write here soon.",
      "We are sorry about the outage. Our team works on it and will write here soon https://x.example",
    ])
  func trivialChangesDoNotHelp(_ text: String) {
    #expect(answer(filled(), text, name: "Bob") == .refused(others: 5, limit: 5))
  }

  @Test(
    arguments: [
      "We are sorry about your parcel. Could you send us the number in a private message?",
      "Sorry!", "We are sorry.", "",
      "The outage is over since noon. Thank you for your patience, and sorry for the trouble.",
    ])
  func otherTextsAreFree(_ text: String) {
    #expect(answer(filled(), text) == .free(others: 0))
  }

  @Test func shortTextsMustBeTheSame() {
    #expect(answer(filled("Thank you, {}!"), "thank  YOU") == .refused(others: 5, limit: 5))
    #expect(answer(filled("Thank you!"), "Thank you both") == .free(others: 0))
    #expect(answer(filled("🙏"), "🙏") == .refused(others: 5, limit: 5))
    #expect(answer(filled("🙏"), "🎉") == .free(others: 0))
  }

  @Test(arguments: [
    "Кечирасиз, хизматимиз ҳозир ишламаяпти, устида ишляпмиз, ёзамиз.",
    "نعتذر عن توقف الخدمة، فريقنا يعمل على إصلاحها الآن وسنكتب هنا.",
    "بابت قطعی سرویس پوزش می‌خواهیم، همکاران ما در حال رفع آن هستند.",
  ])
  func everyScriptCounts(_ text: String) {
    #expect(answer(filled(text), "🙏 " + text + "!!") == .refused(others: 5, limit: 5))
    #expect(answer(filled(text), Self.text) == .free(others: 0))
  }

  @Test func variantsOfOneTextAddUp() {
    var repeats = RepeatGuard(limit: 4)
    for (index, word) in ["the", "this", "our", "that"].enumerated() {
      repeats.record(
        "We are sorry about \(word) outage. The team works on it and will write here soon.",
        recipient: "p\(index)", at: Self.now)
    }
    let next = "We are sorry about today's outage. The team works on it and will write here soon."
    #expect(answer(repeats, next) == .refused(others: 4, limit: 4))
  }

  @Test func itForgetsAfterADayAndWhenFull() {
    #expect(answer(filled(), Self.text, after: .hours(25)) == .free(others: 0))
    var repeats = filled()
    var random = SeededRandom(seed: 2)
    for _ in 0..<300 {
      let word = (0..<9).map { _ in "bcdfghklmnprst".randomElement(using: &random) ?? "b" }
      repeats.record(String(word), recipient: "q", at: Self.now)
    }
    #expect(answer(repeats, Self.text) == .free(others: 0))
  }
}

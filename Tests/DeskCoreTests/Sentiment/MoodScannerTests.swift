import Testing

@testable import DeskCore

@Suite struct MoodScannerTests {
  /// The tokens of a text, each as its kind and its letters.
  private func tokens(_ source: String) -> [String] {
    let room = MoodRoom()
    var text = MoodText(room)
    MoodScanner.scan(source, forms: .shared, into: &text)
    return text.cut.map { token in
      switch token.kind {
      case .handle: return "@"
      case .link: return "link"
      case .symbol: return "*"
      case .word, .marks:
        let letters = room.letters[Int(token.start)..<Int(token.end)]
        return String(
          String.UnicodeScalarView(letters.compactMap { Unicode.Scalar($0) }))
      }
    }
  }

  @Test(
    arguments: [
      ("Great, thanks!", ["great", ",", "thanks", "!"]),
      ("@user hi", ["@", "hi"]),
      ("@me@server.example hi", ["@", "hi"]),
      ("mail a@b.example", ["mail", "a", "@", "b", ".", "example"]),
      ("see https://x.example/a?b now", ["see", "link", "now"]),
      ("http then www.a.example", ["link", "then", "link"]),
      ("#WorstDayEver ok", ["worst", "day", "ever", "ok"]),
      ("#not_now", ["not", "now"]),
      ("sooooo", ["soo"]), ("don't", ["don't"]), ("'quoted'", ["quoted"]),
      ("ok :) :D :-( <3", ["ok", ":)", ":d", ":-(", "<3"]),
      ("wow!!!!!!", ["wow", "!!!"]), ("hm…", ["hm", "."]),
      ("😡😡 no", ["*", "*", "no"]), ("۱۲ تومان", ["۱۲", "تومان"]),
      ("ну))) да", ["ну", ")))", "да"]),
      ("", []), (" \n\t", []),
    ])
  func textsAreCut(source: String, expected: [String]) { #expect(tokens(source) == expected) }

  @Test func countsArePlain() {
    let room = MoodRoom()
    var text = MoodText(room)
    MoodScanner.scan("WHY?! میرم 😡 да", forms: .shared, into: &text)
    #expect(text.latin == 3)
    #expect(text.arabic == 4)
    #expect(text.cyrillic == 2)
    #expect(text.questions == 1)
    #expect(text.exclamations == 1)
    #expect(room.tokens[0].isShouted)
  }

  @Test func placesLeadBackToTheText() {
    let source = "Très déçu, @user 😡 :("
    let room = MoodRoom()
    var text = MoodText(room)
    MoodScanner.scan(source, forms: .shared, into: &text)
    let bytes = Array(source.utf8)
    let words = room.tokens[..<text.tokenEnd].map { token in
      String(decoding: bytes[Int(token.byteStart)..<Int(token.byteEnd)], as: UTF8.self)
    }
    #expect(words == ["Très", "déçu", ",", "@user", "😡", ":("])
  }

  @Test func longTextsAreCutShort() {
    let room = MoodRoom()
    for source in ["word ", "я", "!?", "a@b.", "😡", "http "] {
      var text = MoodText(room)
      MoodScanner.scan(String(repeating: source, count: 50_000), forms: .shared, into: &text)
      #expect(text.tokenEnd <= MoodText.tokenLimit)
      #expect(text.letterEnd <= MoodText.letterLimit)
      #expect(text.cut.allSatisfy { $0.end - $0.start <= Int32(MoodText.wordLimit) })
    }
  }

  /// The same word counts the same whether its letters come in one go or with signs between them.
  @Test(arguments: [("naïve", "nai\u{308}ve"), ("قلم", "قَلَم"), ("слово", "сло\u{AD}во")])
  func signsWithinWordsAreSkipped(plain: String, written: String) {
    #expect(tokens(written).map { $0.count } == tokens(plain).map { $0.count })
  }
}

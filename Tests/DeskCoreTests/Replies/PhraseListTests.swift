import Testing

@testable import DeskCore

@Suite struct PhraseListTests {
  @Test(arguments: PhraseList.all.map(\.language))
  func everyLineAndEntryIsUnderstood(_ language: Language) throws {
    let list = try #require(PhraseList.all.first { $0.language == language })
    let written = list.text.split(separator: "\n").filter { !$0.allSatisfy(\.isWhitespace) }
    #expect(list.lines.count == written.count)
    for (group, entries) in list.lines {
      #expect(!entries.isEmpty)
      for entry in entries {
        let phrase = Phrase(entry, group: group)
        // An entry is found by its first word, so that must be one.
        #expect(!phrase.openings.isEmpty, "\(entry)")
        for case .word(let choices) in phrase.steps {
          #expect(choices.allSatisfy { $0.isNumber || !$0.letters.isEmpty }, "\(entry)")
        }
        // A beginning of one letter would fit nearly everything.
        #expect(
          !entry.split { $0 == "_" || $0 == "|" }.contains { $0.hasSuffix("*") && $0.count < 3 })
      }
    }
  }

  @Test(arguments: PhraseList.all.map(\.language))
  func everyGroupThatIsNeededIsThere(_ language: Language) throws {
    let list = try #require(PhraseList.all.first { $0.language == language })
    let groups = Set(list.lines.map(\.0))
    for group in PhraseGroup.allCases where group != .not && group != .after {
      #expect(groups.contains(group), "\(group)")
    }
    #expect(groups.contains(.not) || groups.contains(.after))
    #expect(PhraseBook.book(for: language) != nil)
  }

  @Test(
    arguments: [
      ("o'zingiz_aybdor*", "ўзингиз_айбдор*"), ("kechir*", "кечир*"), ("emas*", "эмас*"),
      ("va'da_bera", "ваъда_бера"), ("shaxsiy_chat", "шахсий_чат"), ("yo'q|yana", "йўқ|яна"),
      ("#_soat", "#_соат"), ("директ*", "директ*"),
    ])
  func uzbekIsWrittenInBothAlphabets(_ latin: String, _ cyrillic: String) {
    #expect(UzbekCyrillic.written(latin) == cyrillic)
  }

  @Test func persianVerbsAreJoined() {
    let text = LintText("ما قول می دهیم و برمی گردانیم، نمی")
    let words = text.words.map { String(decoding: text.letters[$0.letters], as: UTF16.self) }
    #expect(
      words
        == ["ما", "قول", "ميدهيم", "و", "برميگردانيم", "نمي"].map { $0.replacing("ک", with: "ك") })
  }
}

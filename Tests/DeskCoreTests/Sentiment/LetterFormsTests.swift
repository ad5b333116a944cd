import Testing

@testable import DeskCore

@Suite struct LetterFormsTests {
  let forms = LetterForms.shared

  private func lowered(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.compactMap { scalar in
          let letter = forms.lowered(scalar.value)
          return letter > LetterForms.skipped ? Unicode.Scalar(letter) : nil
        }))
  }

  private func spelled(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        lowered(text).unicodeScalars.compactMap { scalar in
          Unicode.Scalar(forms.spelled(UInt16(scalar.value)))
        }))
  }

  @Test(
    arguments: [
      ("ПРИВЕТ", "привет"), ("Ёлка", "ёлка"), ("ЎЗБЕК", "ўзбек"), ("Їжак", "їжак"),
      ("ÇA", "ça"), ("ＳＡＬＥ", "sale"), ("𝐅𝐑𝐄𝐄", "free"), ("كـــبير", "كبير"), ("مُمْتَاز", "ممتاز"),
      ("می\u{200C}خواهم", "میخواهم"), ("ﺳﻮﺭﻳﺎ", "سوريا"), ("oʻzbek", "o'zbek"),
      ("O‘zbek", "o'zbek"),
    ])
  func typographyIsJoined(written: String, expected: String) {
    #expect(lowered(written) == expected)
  }

  @Test func languagesStayApartUntilTheyAreSpelled() {
    #expect(lowered("ی") != lowered("ي"))
    #expect(spelled("ی") == spelled("ي"))
    #expect(spelled("ک") == spelled("ك"))
    #expect(spelled("أحمد") == spelled("احمد"))
    #expect(lowered("é") == "é")
    #expect(spelled("café") == "cafe")
    #expect(spelled("ёж") == spelled("еж"))
  }

  @Test func symbolsFoldIntoThePrivateArea() throws {
    for scalar in "😡❤👍🇺🇿".unicodeScalars {
      let unit = try #require(LetterForms.symbol(scalar.value))
      #expect(unit >= LetterForms.symbolBase)
      #expect(UInt32(unit) < UInt32(LetterForms.symbolBase) + LetterForms.symbolCount)
    }
    for scalar in "aж中ا !?".unicodeScalars { #expect(LetterForms.symbol(scalar.value) == nil) }
  }

  @Test(
    arguments: [
      ("яхши", "yaxshi"), ("ўзбек", "ozbek"), ("қўшиқ", "qoshiq"), ("ғалаба", "galaba"),
      ("ҳаво", "havo"), ("чой", "choy"), ("ёмон", "yomon"), ("маъно", "mano"),
    ])
  func uzbekAlphabetsMeet(cyrillic: String, latin: String) {
    var written = ""
    for scalar in cyrillic.unicodeScalars {
      var letters = UzbekLetters.latin(UInt16(scalar.value))
      while letters != 0 {
        if let next = Unicode.Scalar(letters & 0xFFFF) { written.unicodeScalars.append(next) }
        letters >>= 16
      }
    }
    #expect(written == latin)
  }
}

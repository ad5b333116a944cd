import DeskCore
import Testing

@Suite struct LanguageTests {
  @Test(
    arguments: [
      ("where is my bag", "en"), ("Boarding now", "en"),
      ("It's 5 o'clock and the dog's asleep", "en"),
      ("الرحلة متأخرة", "ar"), ("وين الشنطة يا جماعة", "ar"), ("كيف الحال", "ar"),
      ("پرواز تاخیر داره", "fa"), ("چمدون من کجاست", "fa"), ("این را برای من بفرستید", "fa"),
      ("اين گوشي براي من خوب است", "fa"), ("Reys qachon", "uz"),
      ("bugun ertalab uchdik va yetib keldik", "uz"),
      ("Gʻalaba yoʻlida", "uz"), ("Рейс қачон", "uz"), ("Бугун келдик, ҳаво яхши", "uz"),
      ("Де мій багаж", "uk"), ("Їдемо додому", "uk"), ("рейс затримали знову", "uk"),
      ("Где мой багаж", "ru"), ("Мы вылетаем", "ru"), ("это рейс завтра", "ru"),
      ("飛行機が遅れています", "ja"), ("航班延误", "zh"), ("비행기가 늦었어요", "ko"), ("הטיסה מתעכבת", "he"),
      ("Η πτήση", "el"), ("उड़ान", "hi"), ("", "und"), ("12345 !!! …", "und"), ("😡😡", "und"),
      ("@meridian http://example.com/a", "und"), ("التطبيق Meridian Air ما يشتغل", "ar"),
    ])
  func identifies(text: String, code: String) {
    #expect(LexiconMoodReader().read(text).language.rawValue == code)
  }

  @Test func hintDecidesOnlyWhenTheTextDoesNot() {
    let reader = LexiconMoodReader()
    #expect(reader.read("Ok", language: .uzbek).language == .uzbek)
    #expect(
      reader.read("Wo ist mein Koffer", language: Language(rawValue: "de")).language.rawValue
        == "de")
    #expect(reader.read("where is my bag, please answer", language: .uzbek).language == .english)
    #expect(reader.read("Де мій багаж", language: .english).language == .ukrainian)
    #expect(reader.read("!!!", language: .english).language == .undetermined)
  }

  @Test func tagKeepsItsPrimaryPart() {
    #expect(Language(rawValue: "pt-BR").rawValue == "pt")
    #expect(Language(rawValue: "UZ_Cyrl") == .uzbek)
    #expect(Language(rawValue: "") == .undetermined)
  }
}

import DeskCore
import Testing

@Suite struct LintNumberTests {
  func reasons(_ text: String, isPublic: Bool = true, own: [String] = []) -> [LintReason] {
    let context = LintContext(language: nil, isPublic: isPublic, ownContacts: own)
    return ReplyLint.findings(in: text, context: context)
      .filter { $0.rule == .personalData }.map(\.reason)
  }

  // Test numbers that the schemes themselves publish, or made up with a right check digit.
  @Test(
    arguments: [
      "4111111111111111", "4111 1111 1111 1111", "4111-1111-1111-1111", "4111.1111.1111.1111",
      "٤١١١ ١١١١ ١١١١ ١١١١", "۴۱۱۱۱۱۱۱۱۱۱۱۱۱۱۱", "४१११ ११११ ११११ ११११", "４１１１１１１１１１１１１１１１",
      "4111\u{A0}1111\u{A0}1111\u{A0}1111", "4111\u{200B}1111\u{200D}1111\u{2060}1111",
      "4111–1111–1111–1111", "4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1", "41 11 11 11 11 11 11 11",
      "378282246310005", "3782 822463 10005", "5555555555554444", "6011000990139424",
      "2223003122003222", "6037 9911 1111 1112", "8600 1234 5678 9012", "9860 0012 3456 7890",
      "card:4111111111111111!", "41111111 11111111",
    ])
  func cards(_ text: String) {
    #expect(reasons("Sorry, is \(text) yours?") == [.card])
    #expect(reasons("Sorry, is \(text) yours?", isPublic: false) == [.card])
  }

  @Test(
    arguments: [
      "4111 1111 1111 1112", "1234 5678 9012 3456", "0000 0000 0000 0000", "**** **** **** 1111",
      "411111111111111", "1 000 000 000 000", "2026-01-31 10:15:00", "12.05.2026, 14.06.2026",
      "4111,1111,1111,1111", "1111111111111111", "10 20 30 40 50", "2026 01 31 2026 02 28",
    ])
  func noCards(_ text: String) { #expect(!reasons("It is \(text) now").contains(.card)) }

  @Test(
    arguments: [
      "+998 90 123-45-67", "+998901234567", "998901234567", "+380 44 123 45 67", "0501234567",
      "050 123 45 67", "8 (495) 123-45-67", "8 800 555 35 35", "+7 916 123-45-67", "89161234567",
      "(555) 123-4567", "555-123-4567", "+1 555 123 4567", "0098 21 1234 5678", "+98 912 123 4567",
      "09121234567", "۰۹۱۲۱۲۳۴۵۶۷", "+966 55 123 4567", "٠٥٥١٢٣٤٥٦٧", "90 123 45 67",
      "123-45-67", "+44 20 7946 0958", "＋998 90 123 45 67", "call 1234567", "тел. 1234567",
      "telefon: 71 1234567", "(0501) 12-34-567",
    ])
  func phones(_ text: String) { #expect(reasons("So \(text) it is") == [.phone]) }

  @Test(
    arguments: [
      "1 250 000", "1 250 000 000 so'm", "2026-01-31", "31.01.2026", "31-01-2026", "10:30-12:45",
      "12345678", "order 0501234567", "заказ 89161234567", "24/7", "100 %", "1-2-3", "3.14159265",
      "500 000", "10 000 000", "1403-05-12", "v1.2.3.4", "192.168.0.1", "+5", "+100", "#1234567890",
      "buyurtma 998901234567", "1234567890123456789012345", "25000 - 30000",
    ])
  func noPhones(_ text: String) { #expect(reasons("So \(text) it is").isEmpty, "\(text)") }

  @Test(
    arguments: [
      "ana@example.org", "ana.b+c@mail.example.org", "ана@пошта.укр", "<ana@example.org>",
      "mailto:ana@example.org", "ANA@EXAMPLE.ORG", "ana＠example.org",
    ])
  func emails(_ text: String) { #expect(reasons("Is it \(text)?") == [.email]) }

  @Test(arguments: ["@ana", "@ana@example.social", "a@b", "5 @ 3", "@", "ana @example.org"])
  func noEmails(_ text: String) { #expect(!reasons("Is it \(text)?").contains(.email)) }

  @Test(
    arguments: [
      "AA1234567", "AB 1234567", "КВ123456", "КВ 123456", "A12345678", "passport 123456789",
      "паспорт 4509 123456", "паспорт 45 09 123456", "загранпаспорт 71 1234567",
      "گذرنامه A12345678", "کد ملی 0012345678", "جواز السفر A01234567", "pasport AC7654321",
      "паспорт: 123456789", "identity card 123456789",
    ])
  func passports(_ text: String) { #expect(reasons("Is it \(text)?") == [.passport], "\(text)") }

  @Test(
    arguments: [
      "PS 123", "order AB1234567", "замовлення КВ123456", "123456789", "4509 123456", "AA123456789",
      "ABC1234567", "aa1234567", "WI 12", "flight AA1234", "A1234567", "the passport office",
    ])
  func noPassports(_ text: String) { #expect(!reasons("Is it \(text)?").contains(.passport)) }

  @Test(
    arguments: [
      "DE89 3704 0044 0532 0130 00", "GB82WEST12345698765432", "SA0380000000608010167519",
      "UA213223130000026007233566001", "de89370400440532013000", "AE070331234567890123456",
      "IR580540105180021273113007",
    ])
  func accounts(_ text: String) { #expect(reasons("Is it \(text)?") == [.iban], "\(text)") }

  @Test(
    arguments: ["DE89 3704 0044 0532 0130 01", "GB82WEST1234569876543", "ZZ123", "DE", "IR58"])
  func noAccounts(_ text: String) { #expect(!reasons("Is it \(text)?").contains(.iban)) }

  @Test func ourOwnContactsAreNoPersonalData() {
    let own = ["help@brand.example", "+998 71 200 00 07", "1166"]
    #expect(reasons("Write to help@brand.example or call +998712000007", own: own).isEmpty)
    #expect(reasons("Write to HELP@brand.example, 71 200 00 07", own: own).isEmpty)
    #expect(reasons("Write to me@brand.example", own: own) == [.email])
    #expect(reasons("Call +998 71 200 00 08", own: own) == [.phone])
  }

  @Test func inPrivateOnlyCardsCount() {
    let text = "Your number +998 90 123-45-67, ana@example.org, passport AA1234567"
    #expect(reasons(text) == [.phone, .email, .passport])
    #expect(reasons(text, isPublic: false).isEmpty)
  }

  @Test func thePlaceIsTheNumberAlone() throws {
    let text = "Салом! Sizning raqamingiz +998 90 123-45-67, uzr."
    let finding = try #require(
      ReplyLint.findings(in: text, context: LintContext()).first { $0.reason == .phone })
    let place = try #require(finding.place(in: text))
    #expect(text[place] == "+998 90 123-45-67")
  }
}

import DeskConfiguration
import DeskCore
import Testing

@Suite struct AnsweringConfigurationTests {
  private static let full = """
    [links]
    allow = ["acme.example", "*.shop.example", "пошта.укр"]
    [contact]
    email = "help@acme.example"
    phone = "+380 (44) 123-45-67"
    form = "https://acme.example/help?from=desk"
    [replies]
    repeats = 3
    """

  @Test func linksContactsAndRepeatsAreReadAndWritten() throws {
    let desk = try DeskConfiguration.parse(Self.full, file: "desk.toml")
    #expect(desk.allowedHosts == ["acme.example", "*.shop.example", "пошта.укр"])
    #expect(
      desk.contact
        == ContactCard(
          email: "help@acme.example", phone: "+380 (44) 123-45-67",
          form: "https://acme.example/help?from=desk"))
    #expect(desk.repeats == 3)
    #expect(try DeskConfiguration.parse(desk.text, file: "desk.toml") == desk)
    let plain = try DeskConfiguration.parse("", file: "desk.toml")
    #expect(plain.allowedHosts.isEmpty && plain.contact.isEmpty && plain.repeats == 5)
  }

  @Test(arguments: [
    ("[links]\nallow = [\"https://acme.example\"]", "expected hosts such as"),
    ("[links]\nallow = [\"acme.example/help\"]", "expected hosts such as"),
    ("[links]\nallow = [\"acme\"]", "expected hosts such as"),
    ("[links]\nallow = [\"*acme.example\"]", "expected hosts such as"),
    ("[links]\nalow = []", "did you mean \"allow\"?"),
    ("[contact]\nemail = \"acme.example\"", "expected an e-mail address"),
    ("[contact]\nphone = \"call us\"", "expected a telephone number"),
    ("[contact]\nform = \"acme.example/help\"", "expected an address such as"),
    ("[replies]\nrepeats = 0", "expected a whole number of people, 1 to 1000"),
  ])
  func mistakesAreToldWithTheirPlace(text: String, words: String) {
    let problems = #expect(throws: ConfigurationProblems.self) {
      try DeskConfiguration.parse(text, file: "desk.toml")
    }
    #expect(problems?.all.count == 1)
    #expect(problems?.description.contains("desk.toml:2:") == true)
    #expect(problems?.description.contains(words) == true, "\(problems?.description ?? "")")
  }
}

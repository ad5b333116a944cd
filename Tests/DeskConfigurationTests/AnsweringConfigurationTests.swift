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

  @Test func approvalsAreByRoleAndLevel() throws {
    let text = """
      [approval.responder]
      calm = 1
      crisis = 2
      [approval.lead]
      crisis = 0
      """
    let desk = try DeskConfiguration.parse(text, file: "desk.toml")
    #expect(desk.approvals == [.responder: [.calm: 1, .crisis: 2], .lead: [.crisis: 0]])
    #expect(try DeskConfiguration.parse(desk.text, file: "desk.toml") == desk)
    let policy = ApprovalsByRole(levels: LevelRules(), roles: desk.approvals)
    func need(_ kind: Outgoing.Kind, _ role: Role) -> String {
      policy.need(for: Outgoing(kind: kind, account: AccountID("main"), text: "x"), by: role).text
    }
    #expect(need(.reply, .responder) == "1,0,1,2")
    #expect(need(.reply, .lead) == "0,0,1,0")
    #expect(need(.directReply, .responder) == "0,0,0,0")
    #expect(need(.post, .responder) == "0,0,0,0")
  }

  @Test(arguments: [
    ("[approval.observer]\ncrisis = 1", "\"observer\" is not known here"),
    ("[approval.lead]\npanic = 1", "\"panic\" is not known here"),
    ("[approval.lead]\ncrisis = 3", "expected a whole number of people, 0 to 2"),
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
    #expect(problems?.all.first?.line != nil)
    #expect(problems?.description.contains(words) == true, "\(problems?.description ?? "")")
  }
}

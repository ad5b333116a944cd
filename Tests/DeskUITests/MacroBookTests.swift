import DeskCore
import Testing

@testable import DeskUI

@Suite struct MacroBookTests {
  @Test func mistakesAreToldWithFileLineAndTheNearestName() {
    let text = """
      :claim
      [a]
      :clam
      [b]
      :resume
      [claim]
      :claim
      [c]
      claim
      [d]
      :note "x
      [e]
      """
    let book = MacroBook(text: text, name: "macros")
    #expect(book.macros.isEmpty)
    let wanted = [
      "macros:1: a command before the first [name]",
      "macros:3: there is no :clam; did you mean :claim?",
      "macros:5: :resume is a person's decision and stands in no macro",
      "macros:6: [claim] is taken, by a macro or an act",
      "macros:9: claim is no command: it begins with a colon",
      "macros:11: a quote is not closed",
      "macros:12: [e] has no commands",
    ]
    #expect(book.problems == wanted)
  }

  @Test func everyActThatOneMayNameExists() {
    let names = Set(Verb.allCases.map(\.rawValue))
    #expect(MacroBook.forbidden.isSubset(of: names))
    for verb in Verb.allCases where verb.verdict != nil {
      #expect(!MacroBook.forbidden.contains(verb.rawValue))
    }
  }
}

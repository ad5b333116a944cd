import Testing

@testable import crisisdesk_torture

@Suite struct CheckerTests {
  @Test(arguments: Forgery.all.indices)
  func aForgedHistoryIsSeenForWhatItIs(number: Int) {
    let forgery = Forgery.all[number]
    let found = Checker.violations(in: forgery.history)
    #expect(Set(found.map(\.promise)) == forgery.breaks, "\(forgery.name): \(found)")
  }

  @Test func everyPromiseHasAForgeryThatBreaksIt() {
    let broken = Forgery.all.reduce(into: Set()) { $0.formUnion($1.breaks) }
    #expect(broken == Set(Violation.Promise.allCases))
  }
}

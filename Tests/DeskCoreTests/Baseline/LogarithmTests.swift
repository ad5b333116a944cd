import Testing

@testable import DeskCore

@Suite struct LogarithmTests {
  @Test(arguments: [
    (1.0, 0.0), (2.718_281_828_459_045, 1), (10, 2.302_585_092_994_046),
    (0.5, -0.693_147_180_559_945_3),
    (1e-300, -690.775_527_898_213_7), (1e300, 690.775_527_898_213_7),
    (1.000_001, 9.999_995_000_003_333e-7),
  ])
  func knowsKnownValues(x: Double, expected: Double) {
    #expect(abs(logarithm(x) - expected) <= max(abs(expected), 1) * 1e-14)
  }

  @Test func undoesTheExponential() {
    for step in -600...600 {
      let x = Double(step) / 7
      #expect(abs(logarithm(exponential(x)) - x) < 1e-10)
    }
  }

  @Test func hasNoSurprisesAtTheEdges() {
    #expect(logarithm(0) == -.infinity)
    #expect(logarithm(.infinity) == .infinity)
    #expect(logarithm(-1) == -.infinity)
  }
}

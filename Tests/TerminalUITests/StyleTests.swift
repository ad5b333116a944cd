import TerminalUI
import Testing

@Suite("Styles")
struct StyleTests {
  @Test(
    "The nearest of sixteen colours",
    arguments: [(16, 0), (231, 15), (196, 9), (46, 10), (21, 4), (244, 8), (9, 9), (226, 11)]
      as [(UInt8, UInt8)])
  func nearest(indexed: UInt8, ansi: UInt8) {
    #expect(Color.indexed(indexed).degraded(to: .ansi16) == .ansi(ansi))
    #expect(Color.indexed(indexed).degraded(to: .indexed256) == .indexed(indexed))
  }

  @Test("Monochrome keeps the attributes alone")
  func mono() {
    let style = Style(
      foreground: .indexed(208), background: .ansi(4), attributes: [.bold, .reverse])
    #expect(style.degraded(to: .mono) == Style(attributes: [.bold, .reverse]))
  }

  @Test(
    "Tiers",
    arguments: [
      (256, nil, .indexed256), (16_777_216, nil, .indexed256), (8, nil, .ansi16), (0, nil, .mono),
      (256, "1", .mono), (256, "", .indexed256),
    ] as [(Int, String?, ColorTier)])
  func tiers(colors: Int, noColor: String?, tier: ColorTier) {
    let environment = noColor.map { ["NO_COLOR": $0] } ?? [:]
    #expect(ColorTier.detect(colors: colors, environment: environment) == tier)
  }

  @Test("Laying a style over another")
  func over() {
    let base = Style(foreground: .ansi(1), background: .ansi(2), attributes: .bold)
    let top = Style(background: .ansi(4), attributes: .underline)
    #expect(
      top.over(base)
        == Style(foreground: .ansi(1), background: .ansi(4), attributes: [.bold, .underline]))
  }

  @Test("A theme falls back role by role")
  func theme() {
    let theme = Theme(name: "mine", styles: [.urgent: Style(foreground: .indexed(208))])
    #expect(theme[.urgent] == Style(foreground: .indexed(208)))
    #expect(theme[.selection] == Theme.fallback[.selection])
    #expect(Set(Theme.fallback.styles.keys) == Set(Role.allCases))
  }

  @Test("In monochrome the roles that must differ still do")
  func monoFallback() {
    for (one, other) in [(Role.selection, Role.text), (.urgent, .text), (.header, .headerAlert)] {
      #expect(
        Theme.fallback[one].degraded(to: .mono) != Theme.fallback[other].degraded(to: .mono))
    }
  }
}

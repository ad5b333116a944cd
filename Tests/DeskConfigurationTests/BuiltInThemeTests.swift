import DeskConfiguration
import Glibc
import TerminalUI
import Testing
import Themes

/// What every theme of the program must keep, on every kind of terminal.
@Suite struct BuiltInThemeTests {
  static let coloured = ["dark", "light", "high-contrast", "colour-blind"]

  /// Roles that carry text a person must be able to read.
  static let textRoles = Role.allCases.filter { role in
    ![.disabled, .border, .borderFocused, .inputBorder].contains(role)
      && !role.rawValue.hasPrefix("graph")
  }

  /// Roles that must not be told apart by colour alone.
  static let pairs: [(Role, Role)] = [
    (.text, .selection), (.text, .selectionUnfocused), (.selection, .selectionUnfocused),
    (.text, .marked), (.text, .struck), (.text, .disabled), (.keyLabel, .disabled),
    (.negative, .neutral), (.negative, .positive), (.neutral, .positive), (.text, .urgent),
    (.negative, .urgent), (.ok, .warning), (.ok, .error), (.warning, .error),
    (.border, .borderFocused), (.header, .headerAlert), (.header, .banner),
    (.headerAlert, .banner), (.levelCalm, .levelWatch), (.levelCalm, .levelIncident),
    (.levelWatch, .levelIncident), (.levelIncident, .levelCrisis), (.levelWatch, .levelCrisis),
    (.text, .searchHit), (.text, .link), (.author, .own), (.key, .keyLabel),
    (.graphNegative, .graphNeutral), (.graphNegative, .graphPositive),
    (.graphNeutral, .graphPositive), (.graphAxis, .graphCursor), (.graphAxis, .graphMark),
  ]

  @Test(arguments: BuiltInThemes.names) func statesEveryRole(_ name: String) throws {
    for tier in ColorTier.allCases {
      let theme = try ThemeShelf(folder: nil).theme(named: name, tier: tier)
      #expect(Set(theme.styles.keys) == Set(Role.allCases))
    }
  }

  @Test(arguments: BuiltInThemes.names) func saysNothingByColourAlone(_ name: String) throws {
    let theme = try ThemeShelf(folder: nil).theme(named: name, tier: .mono)
    for (one, other) in Self.pairs {
      #expect(theme[one].attributes != theme[other].attributes, "\(one) looks like \(other)")
    }
  }

  @Test(arguments: coloured) func textIsReadable(_ name: String) throws {
    let theme = try ThemeShelf(folder: nil).theme(named: name, tier: .indexed256)
    let least = name == "high-contrast" ? 7.0 : 4.5
    for role in Self.textRoles {
      #expect(try contrast(of: theme[role]) >= least, "\(role)")
    }
    for role in Role.allCases where !Self.textRoles.contains(role) {
      #expect(try contrast(of: theme[role]) >= 3, "\(role)")
    }
  }

  @Test(arguments: coloured, Vision.allCases)
  func sentimentIsToldApartByEveryEye(_ name: String, _ vision: Vision) throws {
    let theme = try ThemeShelf(folder: nil).theme(named: name, tier: .indexed256)
    for (one, other) in [(Role.graphNegative, Role.graphPositive), (.negative, .positive)] {
      let distance = try vision.distance(theme[one].foreground, theme[other].foreground)
      #expect(distance >= 20, "\(one) and \(other): \(distance)")
    }
  }

  @Test func terminalThemeUsesOnlyTheTerminalsColours() throws {
    for name in ["terminal", "mono"] {
      let theme = try ThemeShelf(folder: nil).theme(named: name, tier: .indexed256)
      for (role, style) in theme.styles {
        for color in [style.foreground, style.background] {
          #expect(color == color.degraded(to: .ansi16), "\(role)")
          if name == "mono" { #expect(color == .default, "\(role)") }
        }
      }
    }
  }

  private func contrast(of style: Style) throws -> Double {
    let front = try Vision.luminance(of: style.foreground)
    let back = try Vision.luminance(of: style.background)
    return (max(front, back) + 0.05) / (min(front, back) + 0.05)
  }
}

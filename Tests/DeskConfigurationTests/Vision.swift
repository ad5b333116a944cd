import Glibc
import TerminalUI
import Testing

@testable import DeskConfiguration

/// How somebody sees: with all three kinds of cones, or with one of them missing.
enum Vision: String, CaseIterable {
  case full, protan, deutan, tritan

  /// What red, green and blue (linear light) turn into; after Viénot, Brettel and Mollon (1999)
  /// for the first two and a common linear approximation for the third.
  private var matrix: [[Double]] {
    switch self {
    case .full: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    case .protan:
      [[0.11238, 0.88762, 0], [0.11238, 0.88762, 0], [0.00401, -0.00401, 1]]
    case .deutan:
      [[0.29275, 0.70725, 0], [0.29275, 0.70725, 0], [-0.02234, 0.02234, 1]]
    case .tritan:
      [[1, 0.1446, -0.1446], [0, 0.8592, 0.1408], [0, 0.8592, 0.1408]]
    }
  }

  /// How different two colours look to such eyes, in CIELAB.
  func distance(_ one: Color, _ other: Color) throws -> Double {
    try seen(one).distance(to: seen(other))
  }

  private func seen(_ color: Color) throws -> PerceivedColor {
    let parts = try Self.linear(color)
    let mixed = matrix.map { row in zip(row, parts).reduce(0) { $0 + $1.0 * $1.1 } }
    let bytes = mixed.map { Int((255 * pow(min(1, max(0, $0)), 1 / 2.2)).rounded()) }
    return PerceivedColor(red: bytes[0], green: bytes[1], blue: bytes[2])
  }

  /// The light a colour sends out, 0...1, as WCAG 2 counts it.
  static func luminance(of color: Color) throws -> Double {
    let parts = try linear(color)
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  private static func linear(_ color: Color) throws -> [Double] {
    let parts = try #require(color.components, "a theme with a background names its colours")
    return [parts.red, parts.green, parts.blue].map { part in
      let value = Double(part) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
  }
}

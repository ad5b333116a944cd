import Glibc
import TerminalUI

/// A colour in CIELAB, where distance is about how different two colours look.
struct PerceivedColor {
  let lightness: Double
  let greenRed: Double
  let blueYellow: Double

  /// Converts from sRGB, each part 0...255, under daylight (D65).
  init(red: Int, green: Int, blue: Int) {
    let (r, g, b) = (Self.linear(red), Self.linear(green), Self.linear(blue))
    let x = Self.root((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505)
    let y = Self.root(0.2126 * r + 0.7152 * g + 0.0722 * b)
    let z = Self.root((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089)
    lightness = 116 * y - 16
    greenRed = 500 * (x - y)
    blueYellow = 200 * (y - z)
  }

  /// How different two colours look; about 2 is just visible.
  func distance(to other: PerceivedColor) -> Double {
    let (l, a, b) = (
      lightness - other.lightness, greenRed - other.greenRed, blueYellow - other.blueYellow
    )
    return (l * l + a * a + b * b).squareRoot()
  }

  /// The fixed colour of a 256-colour terminal, 16...255, that looks most like this one.
  static func nearest(red: Int, green: Int, blue: Int) -> UInt8 {
    let wanted = PerceivedColor(red: red, green: green, blue: blue)
    var best: (number: UInt8, distance: Double) = (16, .infinity)
    for number in UInt8(16)...255 {
      guard let parts = Color.indexed(number).components else { continue }
      let candidate = PerceivedColor(red: parts.red, green: parts.green, blue: parts.blue)
      let distance = wanted.distance(to: candidate)
      if distance < best.distance { best = (number, distance) }
    }
    return best.number
  }

  private static func linear(_ part: Int) -> Double {
    let value = Double(part) / 255
    return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
  }

  private static func root(_ value: Double) -> Double {
    value > 0.008856 ? cbrt(value) : 7.787 * value + 16.0 / 116
  }
}

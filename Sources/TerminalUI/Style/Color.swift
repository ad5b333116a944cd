/// A colour a terminal can show.
public enum Color: Hashable, Sendable {
  /// The terminal's own foreground or background.
  case `default`
  /// One of the sixteen colours of the user's palette, 0 to 15.
  case ansi(UInt8)
  /// One of the 256 colours of xterm, 0 to 255; the first sixteen are the user's palette.
  case indexed(UInt8)
}

extension Color {
  /// The number a 256-colour terminal knows it by, or nil for the default colour.
  public var index: UInt8? {
    switch self {
    case .default: nil
    case .ansi(let number): number & 15
    case .indexed(let number): number
    }
  }

  /// Red, green and blue from 0 to 255, taking xterm's own palette for the first sixteen.
  public var components: (red: Int, green: Int, blue: Int)? {
    guard let index else { return nil }
    return Self.components(of: Int(index))
  }

  /// The colour as a terminal of that tier can show it.
  public func degraded(to tier: ColorTier) -> Color {
    switch (tier, self) {
    case (.mono, _): .default
    case (.ansi16, .indexed(let number)): .ansi(Self.nearestOf16(Int(number)))
    default: self
    }
  }

  private static let base16: [(red: Int, green: Int, blue: Int)] = [
    (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0),
    (0, 0, 238), (205, 0, 205), (0, 205, 205), (229, 229, 229),
    (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0),
    (92, 92, 255), (255, 0, 255), (0, 255, 255), (255, 255, 255),
  ]

  private static func components(of index: Int) -> (red: Int, green: Int, blue: Int) {
    if index < 16 { return base16[index] }
    if index >= 232 {
      let grey = 8 + 10 * (index - 232)
      return (grey, grey, grey)
    }
    func step(_ value: Int) -> Int { value == 0 ? 0 : 55 + 40 * value }
    let cube = index - 16
    return (step(cube / 36), step(cube / 6 % 6), step(cube % 6))
  }

  private static func nearestOf16(_ index: Int) -> UInt8 {
    if index < 16 { return UInt8(index) }
    let wanted = components(of: index)
    var best = (distance: Int.max, number: 0)
    for (number, candidate) in base16.enumerated() {
      // The eye tells greens apart best and blues worst; the weights say so.
      let red = wanted.red - candidate.red
      let green = wanted.green - candidate.green
      let blue = wanted.blue - candidate.blue
      let distance = 3 * red * red + 6 * green * green + blue * blue
      if distance < best.distance { best = (distance, number) }
    }
    return UInt8(best.number)
  }
}

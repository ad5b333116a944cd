import CNcurses
import TerminalUI

/// What ncurses calls a style: attribute bits and a colour pair, made when first needed.
struct Palette {
  struct Look {
    let attributes: UInt32
    let pair: Int32
  }

  private struct Blank: Hashable {
    let background: Color
    let isReversed: Bool
  }

  private struct Colors: Hashable {
    let foreground: Color
    let background: Color
  }

  /// The looks by the style numbers of the frame diff.
  private(set) var looks: [Look] = []
  /// What a blank shows in each of the looks; nil where a blank is more than its background.
  private var blanks: [Blank?] = []
  private let tier: ColorTier
  private let pairLimit: Int
  private var pairs: [Colors: Int32] = [:]
  private var generation = -1

  init(tier: ColorTier) {
    self.tier = tier
    // Far more than a theme needs; the highest pairs are trouble in some versions of ncurses.
    pairLimit = min(Int(cn_color_pairs()), 4096)
  }

  mutating func adopt(_ styles: [Style], generation: Int) {
    if generation != self.generation {
      looks.removeAll(keepingCapacity: true)
      blanks.removeAll(keepingCapacity: true)
      self.generation = generation
    }
    while looks.count < styles.count {
      blanks.append(blank(in: styles[looks.count]))
      looks.append(look(of: styles[looks.count]))
    }
  }

  /// Whether a blank looks the same in two styles.
  func blanksAlike(_ one: Int, _ other: Int) -> Bool {
    one == other || blanks[one] != nil && blanks[one] == blanks[other]
  }

  private func blank(in style: Style) -> Blank? {
    let shown = style.degraded(to: tier)
    // Lines under a blank show, and bold may brighten what reverse puts behind it.
    guard !shown.attributes.contains(.underline) else { return nil }
    let isReversed = shown.attributes.contains(.reverse)
    guard !isReversed || !shown.attributes.contains(.bold) || cn_colors() >= 16 else { return nil }
    return Blank(
      background: isReversed ? shown.foreground : shown.background, isReversed: isReversed)
  }

  private mutating func look(of style: Style) -> Look {
    let shown = style.degraded(to: tier)
    var attributes = Self.bits(of: shown.attributes)
    guard tier != .mono else { return Look(attributes: attributes, pair: 0) }
    // Eight colours have no bright half: bold stands in for it.
    if cn_colors() < 16, let index = shown.foreground.index, index >= 8 {
      attributes |= cn_attr_bold()
    }
    let colors = Colors(foreground: shown.foreground, background: shown.background)
    guard let pair = pair(of: colors) else {
      // No pair is left: what had a colour behind it stays set off.
      let extra = shown.background == .default ? 0 : cn_attr_reverse()
      return Look(attributes: attributes ^ extra, pair: 0)
    }
    return Look(attributes: attributes, pair: pair)
  }

  private mutating func pair(of colors: Colors) -> Int32? {
    if colors.foreground == .default, colors.background == .default { return 0 }
    if let known = pairs[colors] { return known }
    let number = Int32(pairs.count + 1)
    guard pairs.count + 1 < pairLimit else { return nil }
    let foreground = Self.number(of: colors.foreground)
    let background = Self.number(of: colors.background)
    guard init_extended_pair(number, foreground, background) == OK else { return nil }
    pairs[colors] = number
    return number
  }

  private static func number(of color: Color) -> Int32 {
    guard let index = color.index else { return -1 }
    return cn_colors() < 16 ? Int32(index & 7) : Int32(index)
  }

  private static func bits(of attributes: Attributes) -> UInt32 {
    var bits: UInt32 = 0
    if attributes.contains(.bold) { bits |= cn_attr_bold() }
    if attributes.contains(.dim) { bits |= cn_attr_dim() }
    if attributes.contains(.reverse) { bits |= cn_attr_reverse() }
    if attributes.contains(.underline) { bits |= cn_attr_underline() }
    if attributes.contains(.italic) { bits |= cn_attr_italic() }
    return bits
  }
}

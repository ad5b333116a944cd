/// Names of hosts in other scripts as the network writes them, after `xn--` (RFC 3492).
enum Punycode {
  /// The scalars of a label; nil when it is not well formed.
  static func decoded(_ label: some Collection<UInt32>) -> [UInt32]? {
    let letters = Array(label)
    guard letters.count <= 63 else { return nil }
    let dash = letters.lastIndex(of: 0x2D)
    var output = dash.map { Array(letters[..<$0]) } ?? []
    var rest = letters[(dash.map { $0 + 1 } ?? 0)...]
    var (number, index, bias) = (128, 0, 72)
    while !rest.isEmpty {
      let before = index
      guard let step = variableLength(&rest, bias: bias) else { return nil }
      index += step
      let count = output.count + 1
      bias = adapted(index - before, count: count, isFirst: before == 0)
      number += index / count
      index %= count
      guard number <= 0x10FFFF, let scalar = Unicode.Scalar(UInt32(number)) else { return nil }
      output.insert(scalar.value, at: index)
      index += 1
    }
    return output
  }

  private static func variableLength(_ rest: inout ArraySlice<UInt32>, bias: Int) -> Int? {
    var (sum, weight, place) = (0, 1, 36)
    while let letter = rest.popFirst() {
      guard let digit = digit(letter), weight < 1 << 32 else { return nil }
      sum += digit * weight
      let threshold = min(max(place - bias, 1), 26)
      if digit < threshold { return sum < 1 << 32 ? sum : nil }
      weight *= 36 - threshold
      place += 36
    }
    return nil
  }

  private static func digit(_ letter: UInt32) -> Int? {
    switch letter {
    case 0x61...0x7A: Int(letter) - 0x61
    case 0x30...0x39: Int(letter) - 0x30 + 26
    default: nil
    }
  }

  private static func adapted(_ delta: Int, count: Int, isFirst: Bool) -> Int {
    var delta = isFirst ? delta / 700 : delta / 2
    delta += delta / count
    var place = 0
    while delta > 455 {
      delta /= 35
      place += 36
    }
    return place + 36 * delta / (delta + 38)
  }
}

/// e to the power of x, for x in about -700...700, to better than one part in 10^12.
///
/// Written out so that a reading is bit for bit the same on every machine, whatever its C library.
func exponential(_ x: Double) -> Double {
  let ln2 = 0.693_147_180_559_945_3
  let power = (x / ln2).rounded()
  let rest = x - power * ln2
  var sum = 1.0
  for step in stride(from: 13.0, through: 1.0, by: -1) { sum = 1 + rest / step * sum }
  return Double(sign: .plus, exponent: Int(power), significand: sum)
}

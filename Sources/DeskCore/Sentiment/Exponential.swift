/// e to the power of x, for x in about -700...700, to better than one part in 10^12.
///
/// Written out so that a reading is bit for bit the same on every machine, whatever its C library.
func exponential(_ x: Double) -> Double {
  let power = (x * 1.442_695_040_888_963_4).rounded()
  let rest = x - power * 0.693_147_180_559_945_3
  // The series of Taylor from its end: one over thirteen, twelve and so on, of what is left.
  var sum = 1 + rest * (1.0 / 13)
  sum = 1 + rest * (1.0 / 12) * sum
  sum = 1 + rest * (1.0 / 11) * sum
  sum = 1 + rest * (1.0 / 10) * sum
  sum = 1 + rest * (1.0 / 9) * sum
  sum = 1 + rest * (1.0 / 8) * sum
  sum = 1 + rest * (1.0 / 7) * sum
  sum = 1 + rest * (1.0 / 6) * sum
  sum = 1 + rest * (1.0 / 5) * sum
  sum = 1 + rest * (1.0 / 4) * sum
  sum = 1 + rest * (1.0 / 3) * sum
  sum = 1 + rest * (1.0 / 2) * sum
  sum = 1 + rest * sum
  // The power of two, put together from its bits: its exponent stands above the 52 of the fraction.
  let exponent = Int64(max(-1022, min(1023, power))) + 1023
  return sum * Double(bitPattern: UInt64(exponent) << 52)
}

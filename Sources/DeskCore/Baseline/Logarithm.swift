/// The natural logarithm of a number above zero, to about one part in 10^15; minus infinity for 0.
///
/// Written out, as `exponential` is, so that a score is bit for bit the same on every machine. With
/// x = 2^k m and s = (m - 1) / (m + 1), ln m = 2 (s + s^3/3 + s^5/5 ...), where |s| < 0.172.
func logarithm(_ x: Double) -> Double {
  guard x > 0, x.isFinite else { return x > 0 ? x : -.infinity }
  var exponent = Double(x.exponent)
  var significand = x.significand
  if significand > 1.414_213_562_373_095_1 {
    significand /= 2
    exponent += 1
  }
  let s = (significand - 1) / (significand + 1)
  let square = s * s
  var sum = 0.0
  for index in logarithmCoefficients.indices {
    sum = sum * square + logarithmCoefficients[index]
  }
  return exponent * 0.693_147_180_559_945_3 + 2 * s * sum
}

private let logarithmCoefficients: InlineArray<10, Double> = [
  1.0 / 19, 1.0 / 17, 1.0 / 15, 1.0 / 13, 1.0 / 11, 1.0 / 9, 1.0 / 7, 1.0 / 5, 1.0 / 3, 1,
]

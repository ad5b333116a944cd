import Foundation

/// The few functions of the C library that training needs.
enum Numbers {
  static func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }
  static func logarithm(_ value: Double) -> Double { log(value) }
}

/// Which mentions one series counts: all of a brand, of one source, of one topic, or of both.
public struct SeriesKey: Hashable, Codable, Sendable {
  /// The brand, as the desk's configuration names it.
  public let brand: String
  /// The account they come through; nil for all.
  public let source: AccountID?
  /// The topic as the desk's configuration names it; nil for all.
  public let topic: String?

  /// Makes a key.
  public init(brand: String, source: AccountID? = nil, topic: String? = nil) {
    self.brand = brand
    self.source = source
    self.topic = topic
  }

  /// The parts that are given, as a person reads them, for example `acme, main, delivery`.
  public var label: String {
    [brand, source?.rawValue, topic].compactMap(\.self).joined(separator: ", ")
  }
}

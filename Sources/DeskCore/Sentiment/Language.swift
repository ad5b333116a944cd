/// The language of a text, as the primary code of BCP 47: `en`, `ar`, `uz`, or `und` when unknown.
public struct Language: RawRepresentable<String>, Hashable, Sendable, Codable {
  /// The code in lower case, without region or script.
  public let rawValue: String

  /// Keeps the primary part of a tag, lower-cased: `pt-BR` becomes `pt`, an empty tag `und`.
  public init(rawValue: String) {
    let primary = rawValue.prefix { $0 != "-" && $0 != "_" }
    self.rawValue = primary.isEmpty ? "und" : primary.lowercased()
  }

  /// English.
  public static let english = Language(rawValue: "en")
  /// Arabic, in any of its varieties.
  public static let arabic = Language(rawValue: "ar")
  /// Persian.
  public static let persian = Language(rawValue: "fa")
  /// Uzbek, in either alphabet.
  public static let uzbek = Language(rawValue: "uz")
  /// Ukrainian.
  public static let ukrainian = Language(rawValue: "uk")
  /// Russian.
  public static let russian = Language(rawValue: "ru")
  /// Not known: no letters, or a script nobody here reads.
  public static let undetermined = Language(rawValue: "und")
}

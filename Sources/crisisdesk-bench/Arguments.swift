/// `--name value` pairs.
struct Arguments {
  private var values: [String: String] = [:]

  /// Reads pairs; what is not one is left out.
  init(_ words: some Sequence<String>) {
    var name: String?
    for word in words {
      if word.hasPrefix("--") {
        name = String(word.dropFirst(2))
        values[name ?? ""] = values[name ?? ""] ?? ""
      } else if let given = name {
        values[given] = word
        name = nil
      }
    }
  }

  /// The value of a name, or what is taken without one.
  func text(_ name: String, _ standard: String) -> String { values[name] ?? standard }

  /// The number of a name, or what is taken without one.
  func number(_ name: String, _ standard: Int) -> Int { values[name].flatMap(Int.init) ?? standard }

  /// Whether a name was given at all.
  func has(_ name: String) -> Bool { values[name] != nil }
}

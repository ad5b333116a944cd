/// What is known of one source of texts: how far it is trusted and under which terms it came.
struct SourceFacts: Sendable {
  var name: String
  /// Its rows weigh this much.
  var weight: Double
  /// Its labels leave neutral out, so that only negative against positive can be learned from it.
  var isPolar: Bool
  /// Its texts are of this kind: social, reviews, news, subtitles.
  var kind: String
  var licence: String
}

/// The table of sources, a tab-separated file beside the training texts.
struct SourceTable: Sendable {
  private var facts: [String: SourceFacts] = [:]

  init(path: String) throws {
    let lines = try GzipText.read(path).split(separator: "\n").dropFirst()
    for line in lines where !line.hasPrefix("#") {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard fields.count == 5, let weight = Double(fields[1]) else { continue }
      facts[fields[0]] = SourceFacts(
        name: fields[0], weight: weight, isPolar: fields[2] == "polar", kind: fields[3],
        licence: fields[4])
    }
  }

  subscript(_ name: String) -> SourceFacts {
    facts[name]
      ?? SourceFacts(name: name, weight: 1, isPolar: false, kind: "other", licence: "not stated")
  }

  var all: [SourceFacts] { facts.values.sorted { $0.name < $1.name } }
}

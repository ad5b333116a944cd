/// The phrases of one language as people read and mend them: lines of `group: entry entry …`.
struct PhraseList {
  /// The language.
  let language: Language
  /// Whether words carry an article or a particle in front, as in Arabic.
  var hasArticles = false
  /// Whether the Latin entries are also written in Uzbek Cyrillic.
  var isAlsoCyrillic = false
  /// The lines.
  let text: String

  /// All lists.
  static let all: [PhraseList] = [english, arabic, persian, uzbek, ukrainian, russian]

  /// The entries, in order; lines with an unknown group are left out, which a test looks for.
  var phrases: [Phrase] {
    lines.flatMap { group, entries in
      entries.flatMap { entry in
        let spellings =
          isAlsoCyrillic ? [String(entry), UzbekCyrillic.written(entry)] : [String(entry)]
        return spellings.map { Phrase($0[...], group: group) }
      }
    }
  }

  /// The groups and entries as written.
  var lines: [(PhraseGroup, [Substring])] {
    text.split(separator: "\n").compactMap { line in
      guard let colon = line.firstIndex(of: ":"),
        let group = PhraseGroup(rawValue: String(line[..<colon]))
      else { return nil }
      return (group, line[line.index(after: colon)...].split(separator: " "))
    }
  }
}

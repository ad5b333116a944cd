import DeskCore

/// What could stand at the cursor of a filter line.
struct FilterCompletion: Hashable, Sendable {
  /// The characters that a candidate replaces.
  let range: Range<Int>
  /// The candidates, in the order of the table they come from.
  let candidates: [String]

  /// The values the desk has seen, for the keys whose values are open.
  struct Known: Hashable, Sendable {
    var languages: [String] = ["ar", "en", "fa", "ru", "uk", "uz"]
    var platforms: [String] = []
    var handles: [String] = []
  }

  /// Completes the word that holds or ends at `cursor` (in characters from 0).
  init(line: String, cursor: Int, known: Known = Known()) {
    let word = FilterWord.split(line).first {
      $0.range.lowerBound < cursor && cursor <= $0.range.upperBound
    }
    guard let word else {
      (range, candidates) = (cursor..<cursor, FilterKey.allCases.map { $0.rawValue + ":" })
      return
    }
    let typed = String(Array(line)[word.range.lowerBound..<cursor])
    guard let key = word.key.flatMap({ FilterKey(rawValue: $0.lowercased()) }),
      cursor >= word.valueStart
    else {
      range = word.range.lowerBound..<cursor
      candidates = (FilterKey.allCases.map { $0.rawValue + ":" } + [FilterParser.abuse])
        .filter { Self.begins($0, typed) }
      return
    }
    let value = typed.dropFirst(word.valueStart - word.range.lowerBound)
    let last = key == .from ? value : value.suffix(while: { $0 != "," })
    range = cursor - last.count..<cursor
    let taken = Set(value.split(separator: ",").map(String.init))
    candidates = Self.values(key, known).filter {
      Self.begins($0, String(last)) && (!taken.contains($0) || $0 == String(last))
    }
  }

  private static func begins(_ candidate: String, _ typed: String) -> Bool {
    candidate.hasPrefix(typed.lowercased())
  }

  private static func values(_ key: FilterKey, _ known: Known) -> [String] {
    switch key {
    case .lang: known.languages
    case .platform: known.platforms
    case .from: known.handles
    case .cluster, .after, .before: []
    default: key.values ?? []
    }
  }
}

extension Substring {
  fileprivate func suffix(while holds: (Character) -> Bool) -> Substring {
    guard let last = lastIndex(where: { !holds($0) }) else { return self }
    return self[index(after: last)...]
  }
}

/// Where phrases of each group begin and end, so that looking for a neighbour takes no search.
struct HitIndex {
  private let words: [LintWord]
  private var starts: [PhraseGroup: Set<Int>] = [:]
  private var ends: [PhraseGroup: Set<Int>] = [:]

  init(_ hits: [PhraseHit], in text: LintText) {
    words = text.words
    for hit in hits {
      starts[hit.group, default: []].insert(hit.words.lowerBound)
      ends[hit.group, default: []].insert(hit.words.upperBound)
    }
  }

  /// Whether a phrase of `group` ends with at most `reach` words between it and word `place`, and at
  /// most `clauses` clauses earlier.
  func has(_ group: PhraseGroup, before place: Int, within reach: Int, clauses: Int = 0) -> Bool {
    guard let ends = ends[group], place < words.count else { return false }
    return (0...reach).contains { distance in
      let end = place - distance
      return end > 0 && ends.contains(end)
        && words[place].clause - words[end - 1].clause <= clauses
    }
  }

  /// Whether a phrase of `group` begins with at most `reach` words between it and the end `place` of
  /// another, in the same clause.
  func has(_ group: PhraseGroup, after place: Int, within reach: Int) -> Bool {
    guard let starts = starts[group], place > 0 else { return false }
    return (0...reach).contains { distance in
      let start = place + distance
      return start < words.count && starts.contains(start)
        && words[start].clause == words[place - 1].clause
    }
  }
}

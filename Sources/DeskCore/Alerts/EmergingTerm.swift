/// A word or phrase that stands in far more of an alert's mentions than is usual.
public struct EmergingTerm: Hashable, Codable, Sendable {
  /// The term as first written, a phrase with one space between its words.
  public let text: String
  /// In how many of the mentions it stands.
  public let count: Int
  /// How many mentions were looked at.
  public let mentions: Int
  /// The share of mentions in which it usually stands, 0...1.
  public let usualShare: Double
  /// How sure the rise is, in standard deviations of the log odds ratio.
  public let certainty: Double

  /// The terms of `texts` whose share jumped against the background, surest first.
  ///
  /// Log odds ratio over its standard deviation (Monroe, Colaresi and Quinn 2008) of the presence
  /// of a term in a mention, each count with half a mention added. Words that are common in any
  /// language are as common in the background, so no list of them is needed. A phrase stands for its
  /// words where they seldom occur without it. At most 500 texts are looked at.
  /// - Returns: at most `limit` terms, each in 3 texts at least, at least twice as common as usual
  ///   and surer than 3.
  public static func find(
    in texts: [String], background: TermBackground, limit: Int = 8
  ) -> [EmergingTerm] {
    let looked = texts.suffix(500)
    var candidates: [UInt64: Candidate] = [:]
    for text in looked {
      for term in TermDocument(text).terms {
        candidates[term.hash, default: Candidate(term: term)].count += 1
      }
    }
    let found = candidates.compactMap { hash, candidate -> (UInt64, EmergingTerm)? in
      term(candidate, hash: hash, of: looked.count, background: background).map { (hash, $0) }
    }
    .sorted { ($1.1.certainty, $0.1.text) < ($0.1.certainty, $1.1.text) }
    return Array(withoutParts(found, candidates: candidates).prefix(limit))
  }

  private struct Candidate {
    var term: TermDocument.Term
    var count = 0
  }

  private static func term(
    _ candidate: Candidate, hash: UInt64, of mentions: Int, background: TermBackground
  ) -> EmergingTerm? {
    let (here, all) = (Double(candidate.count), Double(mentions))
    let (usual, total) = (background.count(hash), background.mentions)
    let odds = logarithm((here + 0.5) / (all - here + 0.5))
    let usualOdds = logarithm((usual + 0.5) / (max(total - usual, 0) + 0.5))
    let deviation = (1 / (here + 0.5) + 1 / (usual + 0.5)).squareRoot()
    let share = total > 0 ? usual / total : 0
    let certainty = (odds - usualOdds) / deviation
    guard candidate.count >= 3, certainty > 3, here / all >= 2 * share else { return nil }
    return EmergingTerm(
      text: oneLine(candidate.term.surface), count: candidate.count, mentions: mentions,
      usualShare: share, certainty: certainty)
  }

  /// Leaves out words that mostly stand in a phrase found, and phrases made of a word found that is
  /// much more frequent.
  private static func withoutParts(
    _ found: [(UInt64, EmergingTerm)], candidates: [UInt64: Candidate]
  ) -> [EmergingTerm] {
    var covered: Set<UInt64> = []
    let counts = Dictionary(found.map { ($0.0, $0.1.count) }, uniquingKeysWith: max)
    for (hash, term) in found {
      let words = candidates[hash]?.term.words ?? []
      guard let most = words.compactMap({ counts[$0] }).max() else { continue }
      if Double(term.count) >= 0.7 * Double(most) {
        covered.formUnion(words)
      } else {
        covered.insert(hash)
      }
    }
    return found.filter { !covered.contains($0.0) }.map(\.1)
  }

  private static func oneLine(_ text: Substring) -> String {
    text.split { $0.isWhitespace || $0.isNewline }.joined(separator: " ")
  }
}

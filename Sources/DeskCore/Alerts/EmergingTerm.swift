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
  /// How sure the rise is: the root of its log likelihood ratio, like standard deviations.
  public let certainty: Double

  /// The terms of `texts` whose share jumped against the background, surest first.
  ///
  /// The signed root of the log likelihood ratio (Dunning 1993) of a term's presence here and in the
  /// background, which also holds for terms that were never seen before. Words that are common in any
  /// language are as common in the background, so no list of them is needed. A phrase stands for its
  /// words where they seldom occur without it. At most 500 texts are looked at; where the background
  /// has learned them already (`isLearned`) they are taken out of it first.
  /// - Returns: at most `limit` terms, each in 3 texts at least, at least twice as common as usual
  ///   and surer than 4.
  public static func find(
    in texts: [String], background: TermBackground, isLearned: Bool = false, limit: Int = 8
  ) -> [EmergingTerm] {
    let looked = texts.suffix(500)
    var candidates: [UInt64: Candidate] = [:]
    for text in looked {
      for term in TermDocument(text).terms {
        candidates[term.hash, default: Candidate(term: term)].count += 1
      }
    }
    let found = candidates.compactMap { hash, candidate -> (UInt64, EmergingTerm)? in
      let own = isLearned ? (Double(candidate.count), Double(looked.count)) : (0, 0)
      let usual = max(background.count(hash) - own.0, 0)
      let total = max(background.mentions - own.1, usual)
      return term(candidate, of: looked.count, usual: usual, total: total).map { (hash, $0) }
    }
    .sorted { ($1.1.certainty, $0.1.text) < ($0.1.certainty, $1.1.text) }
    return Array(withoutParts(found, candidates: candidates).prefix(limit))
  }

  private struct Candidate {
    var term: TermDocument.Term
    var count = 0
  }

  private static func term(
    _ candidate: Candidate, of mentions: Int, usual: Double, total: Double
  ) -> EmergingTerm? {
    let (here, all) = (Double(candidate.count), Double(mentions))
    let share = total > 0 ? usual / total : 0
    guard candidate.count >= 3, total > 0, here / all >= 2 * share else { return nil }
    let pooled = (here + usual) / (all + total)
    let ratio =
      gain(here, of: all, against: pooled) + gain(usual, of: total, against: pooled)
    let certainty = (2 * max(ratio, 0)).squareRoot()
    guard certainty > 4 else { return nil }
    return EmergingTerm(
      text: oneLine(candidate.term.surface), count: candidate.count, mentions: mentions,
      usualShare: share, certainty: certainty)
  }

  /// The log likelihood of `count` in `total` at its own share, over that at another share.
  private static func gain(_ count: Double, of total: Double, against share: Double) -> Double {
    let own = count / total
    let present = count > 0 ? count * logarithm(own / share) : 0
    let absent = count < total ? (total - count) * logarithm((1 - own) / (1 - share)) : 0
    return present + absent
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

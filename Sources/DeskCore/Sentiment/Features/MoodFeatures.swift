/// What moods are read from: words, pairs and triples of words, and letters in runs of two to
/// five, after the spelling has been joined.
///
/// A feature is a hash; every head of the model takes as many of its bits as its table has.
struct MoodFeatures {
  /// Rises whenever the same text may give other features: models of another version are refused.
  static let version: UInt32 = 2
  static let spellingLimit = MoodText.wordLimit * 2 + 2
  static let shortest = 2
  static let longest = 5
  /// How many words a negation colours.
  static let negationReach = 3

  private enum Family {
    static let word: UInt64 = 0x21
    static let pair: UInt64 = 0x22
    static let triple: UInt64 = 0x23
    static let negated: UInt64 = 0x24
    static let own: UInt64 = 0x25
    static let marks: UInt64 = 0x26
  }

  private let forms: LetterForms
  private let language: UInt64
  private let isUzbek: Bool
  private let lane: Int
  private var before: UInt64 = 0
  private var beforeThat: UInt64 = 0
  private var beforeToken = 0
  private var negationLeft = 0

  /// Hands every feature of the workspace's text to the sink.
  static func walk(
    _ workspace: inout MoodWorkspace, language: Int, isUzbek: Bool, forms: LetterForms,
    into sink: inout some FeatureSink
  ) {
    var features = MoodFeatures(
      forms: forms, language: UInt64(language), isUzbek: isUzbek,
      lane: workspace.lane?.rawValue ?? 0)
    for index in workspace.text.tokens.indices {
      features.take(index, in: &workspace, into: &sink)
    }
  }

  private init(forms: LetterForms, language: UInt64, isUzbek: Bool, lane: Int) {
    self.forms = forms
    self.language = language
    self.isUzbek = isUzbek
    self.lane = lane
  }

  @inline(__always)
  private mutating func take(
    _ index: Int, in workspace: inout MoodWorkspace, into sink: inout some FeatureSink
  ) {
    let token = workspace.text.tokens[index]
    let count = spell(token, workspace.text.letters, into: &workspace.spelling)
    if token.opensSentence { negationLeft = 0 }
    var word = FeatureHash.seed
    for position in 1..<count { word = FeatureHash.mix(word, workspace.spelling[position]) }
    if token.kind == .marks {
      sink.take(FeatureHash.mix(word, Family.marks), token: index)
      return
    }
    sink.take(FeatureHash.mix(word, Family.word), token: index)
    if token.kind == .word {
      takeRuns(workspace.spelling, count, token: index, into: &sink)
      sink.take(FeatureHash.mix(word, Family.own &+ language << 8), token: index)
    }
    takeContext(word, index, into: &sink)
    if negationLeft > 0 {
      sink.take(FeatureHash.mix(word, Family.negated), token: index)
      negationLeft -= 1
    }
    if workspace.scan.words[index].marks[lane] & WordMark.negates != 0 {
      negationLeft = Self.negationReach
    }
  }

  @inline(__always)
  private mutating func takeContext(
    _ word: UInt64, _ index: Int, into sink: inout some FeatureSink
  ) {
    let pair = FeatureHash.mix(FeatureHash.mix(before, word), Family.pair)
    sink.take(pair, token: index)
    if beforeThat != 0 {
      let triple = FeatureHash.mix(FeatureHash.mix(beforeThat, pair), Family.triple)
      sink.take(triple, token: index)
    }
    beforeThat = before
    before = word
  }

  /// Runs of letters, the edges of the word included.
  @inline(__always)
  private func takeRuns(
    _ spelling: [UInt16], _ count: Int, token: Int, into sink: inout some FeatureSink
  ) {
    let letters = spelling.span
    for first in 0..<count {
      var hash = FeatureHash.seed
      let end = min(first + Self.longest, count + 1)
      for position in first..<end {
        hash = FeatureHash.mix(hash, letters[position])
        if position - first + 1 >= Self.shortest { sink.takeRun(hash, token: token) }
      }
    }
  }

  /// Writes edge, letters, edge, and returns the number of letters plus one.
  @inline(__always)
  private func spell(
    _ token: MoodToken, _ letters: [UInt16], into spelling: inout [UInt16]
  ) -> Int {
    spelling[0] = LetterForms.edge
    var count = 1
    for position in Int(token.start)..<Int(token.end) {
      let letter = letters[position]
      if letter == LetterForms.apostrophe, token.kind == .word { continue }
      if isUzbek, letter >= 0x430, letter < 0x4C0 {
        var latin = UzbekLetters.latin(letter)
        while latin != 0 {
          spelling[count] = UInt16(truncatingIfNeeded: latin)
          count += 1
          latin >>= 16
        }
        continue
      }
      spelling[count] = token.kind == .word ? forms.spelled(letter) : letter
      count += 1
    }
    spelling[count] = LetterForms.edge
    return count
  }
}

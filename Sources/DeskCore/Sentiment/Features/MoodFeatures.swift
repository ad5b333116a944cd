/// What moods are read from: words, pairs and triples of words, and letters in runs of four
/// and five, after the spelling has been joined.
///
/// A feature is a hash; every head of the model takes as many of its bits as its table has.
struct MoodFeatures {
  /// Rises whenever the same text may give other features: models of another version are refused.
  static let version: UInt32 = 4
  static let spellingLimit = MoodText.wordLimit * 2 + 2
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
  private var before: UInt64 = 0
  private var beforeThat: UInt64 = 0
  private var negationLeft = 0

  /// Hands every feature of the workspace's text to the sink.
  @inline(__always)
  static func walk(
    _ workspace: MoodWorkspace, language: Int, isUzbek: Bool, forms: LetterForms,
    into sink: inout some FeatureSink
  ) {
    var features = MoodFeatures(forms: forms, language: UInt64(language), isUzbek: isUzbek)
    for index in 0..<workspace.text.tokenEnd { features.take(index, in: workspace, into: &sink) }
  }

  private init(forms: LetterForms, language: UInt64, isUzbek: Bool) {
    self.forms = forms
    self.language = language
    self.isUzbek = isUzbek
  }

  @inline(__always)
  private mutating func take(
    _ index: Int, in workspace: MoodWorkspace, into sink: inout some FeatureSink
  ) {
    let token = workspace.text.tokens[index]
    let spelling = workspace.spelling
    let last = spell(token, workspace.text.letters, into: spelling)
    if token.opensSentence { negationLeft = 0 }
    var word = FeatureHash.seed
    for position in 1..<last { word = FeatureHash.mix(word, spelling[position]) }
    if token.kind == .marks {
      sink.take(FeatureHash.place(FeatureHash.mix(word, Family.marks)), token: index)
      return
    }
    let place = FeatureHash.place(FeatureHash.mix(word, Family.word))
    sink.take(place, token: index)
    if token.kind == .word {
      sink.takeRuns(spelling, last: last, token: index)
      let own = FeatureHash.mix(word, Family.own &+ language << 8)
      sink.take(FeatureHash.place(own, inLineOf: place), token: index)
    }
    takeContext(word, index, into: &sink)
    if negationLeft > 0 {
      let negated = FeatureHash.mix(word, Family.negated)
      sink.take(FeatureHash.place(negated, inLineOf: place), token: index)
      negationLeft -= 1
    }
    if workspace.signs[index].mark & WordMark.negates != 0 { negationLeft = Self.negationReach }
  }

  @inline(__always)
  private mutating func takeContext(
    _ word: UInt64, _ index: Int, into sink: inout some FeatureSink
  ) {
    let pair = FeatureHash.mix(FeatureHash.mix(before, word), Family.pair)
    let place = FeatureHash.place(pair)
    sink.take(place, token: index)
    if beforeThat != 0 {
      let triple = FeatureHash.mix(FeatureHash.mix(beforeThat, pair), Family.triple)
      sink.take(FeatureHash.place(triple, inLineOf: place), token: index)
    }
    beforeThat = before
    before = word
  }

  /// Writes edge, letters, edge, and returns the place of the second edge.
  @inline(__always)
  private func spell(
    _ token: MoodToken, _ letters: UnsafeMutableBufferPointer<UInt16>,
    into spelling: UnsafeMutableBufferPointer<UInt16>
  ) -> Int {
    spelling[0] = LetterForms.edge
    var count = 1
    let range = Int(token.start)..<Int(token.end)
    if token.kind != .word {
      for position in range {
        spelling[count] = letters[position]
        count += 1
      }
    } else if isUzbek {
      for position in range { count = spellUzbek(letters[position], at: count, into: spelling) }
    } else {
      for position in range {
        let letter = letters[position]
        spelling[count] = forms.code(letter)
        if letter != LetterForms.apostrophe { count += 1 }
      }
    }
    spelling[count] = LetterForms.edge
    return count
  }

  /// Writes a letter of either Uzbek alphabet in Latin letters, and returns the next place.
  private func spellUzbek(
    _ letter: UInt16, at place: Int, into spelling: UnsafeMutableBufferPointer<UInt16>
  ) -> Int {
    guard letter != LetterForms.apostrophe else { return place }
    guard letter >= 0x430, letter < 0x4C0 else {
      spelling[place] = forms.code(letter)
      return place + 1
    }
    var place = place
    var latin = UzbekLetters.latin(letter)
    while latin != 0 {
      spelling[place] = UInt16(truncatingIfNeeded: latin)
      place += 1
      latin >>= 16
    }
    return place
  }
}

/// What the words of a text add up to.
struct MoodSums: Equatable, Sendable {
  /// The sum of the pulls up, and of the pulls down as a number above zero.
  var positive = 0.0
  var negative = 0.0
  var issues = 0
  var asks = 0
  /// A question word at the head of a sentence.
  var asksFirst = false
  var praises = 0
  var insults = 0
  var exclamations = 0
  var questions = 0
}

/// Adds up the pulls of words with negation, strength, contrast and emphasis.
enum MoodScorer {
  /// How far a negation reaches, in words.
  static let negationReach = 3
  /// `not good` is weaker than `bad`; `not bad` is a good deal weaker than `good`.
  static let negatedPraise: Float = -0.75
  static let negatedBlame: Float = -0.4

  /// Sets the pull of every word in place and returns the sums.
  static func score(_ scan: inout TextScan, lane: Lane?) -> MoodSums {
    var words = scan.words.map { word in
      SignWord(
        mark: mark(of: word.marks, lane: lane).bits, isEmphatic: word.isEmphatic,
        opensSentence: word.opensSentence)
    }
    let isLoud = scan.upperLetters * 10 > scan.casedLetters * 6
    var sums = words.withUnsafeMutableBufferPointer { score($0, isLoud: isLoud) }
    sums.exclamations = scan.exclamations
    sums.questions = scan.questions
    for index in words.indices { scan.words[index].pull = words[index].pull }
    return sums
  }

  /// Sets the pull of every word in place and returns what the words add up to.
  static func score(_ words: UnsafeMutableBufferPointer<SignWord>, isLoud: Bool) -> MoodSums {
    var sums = MoodSums()
    var state = State(loud: isLoud)
    for index in words.indices {
      let mark = WordMark(bits: words[index].mark)
      if words[index].opensSentence { state.beginSentence(at: index) }
      if mark.isKnown { state.apply(mark, at: index, to: words, sums: &sums) }
      state.age()
    }
    guard state.hasPulled else { return sums }
    for word in words {
      if word.pull > 0 { sums.positive += Double(word.pull) }
      if word.pull < 0 { sums.negative -= Double(word.pull) }
    }
    return sums
  }

  /// The mark in the language of the text, or else in a neighbour whose words it borrows.
  static func mark(of marks: PerLane<UInt32>, lane: Lane?) -> WordMark {
    let own = WordMark(bits: marks[(lane ?? .english).rawValue])
    if own.isKnown || lane == nil { return own }
    let english = WordMark(bits: marks[Lane.english.rawValue])
    if english.isKnown { return english }
    let russian = WordMark(bits: marks[Lane.russian.rawValue])
    if russian.isKnown { return russian }
    let arabic = WordMark(bits: marks[Lane.arabic.rawValue])
    return arabic.isKnown ? arabic : own
  }

  private struct State {
    /// The whole text is in capitals, so capitals say nothing about a word.
    let loud: Bool
    var negationLeft = 0
    var strength: Float = 1
    var sentenceStart = 0
    var contrast: Float = 1
    /// Some word has a pull.
    var hasPulled = false

    init(loud: Bool) { self.loud = loud }

    mutating func beginSentence(at index: Int) {
      negationLeft = 0
      strength = 1
      sentenceStart = index
      contrast = 1
    }

    mutating func age() { negationLeft = max(0, negationLeft - 1) }

    mutating func apply(
      _ mark: WordMark, at index: Int, to words: UnsafeMutableBufferPointer<SignWord>,
      sums: inout MoodSums
    ) {
      if mark.bits & WordMark.counted != 0 {
        count(mark, opensSentence: words[index].opensSentence, sums: &sums)
      }
      if mark.has(WordMark.negatesBefore) { turnBack(from: index, in: words) }
      if mark.has(WordMark.contrasts) { turnAway(at: index, in: words) }
      if mark.weight != 0 {
        words[index].pull = pull(of: mark, isEmphatic: words[index].isEmphatic)
        strength = 1
        hasPulled = true
      }
      if mark.bits & WordMark.turning == 0 { return }
      if mark.has(WordMark.negates) { negationLeft = MoodScorer.negationReach + 1 }
      if mark.has(WordMark.strengthens) { strength = words[index].isEmphatic ? 1.6 : 1.35 }
      if mark.has(WordMark.weakens) { strength = 0.6 }
    }

    private func count(_ mark: WordMark, opensSentence: Bool, sums: inout MoodSums) {
      sums.insults += mark.insult
      if mark.has(WordMark.issue) { sums.issues += 1 }
      if mark.has(WordMark.praises), negationLeft == 0 { sums.praises += 1 }
      if mark.has(WordMark.asks) {
        sums.asks += 1
        if opensSentence { sums.asksFirst = true }
      }
    }

    private mutating func pull(of mark: WordMark, isEmphatic: Bool) -> Float {
      var pull = Float(mark.weight) * strength * contrast
      if isEmphatic && !loud { pull *= 1.25 }
      if negationLeft > 0 {
        pull *= pull > 0 ? MoodScorer.negatedPraise : MoodScorer.negatedBlame
        // One negation turns one word: `not good, terrible` is bad twice.
        negationLeft = 0
      }
      return pull
    }

    /// A negation that follows: the nearest pull before it in the sentence turns round.
    private func turnBack(from index: Int, in words: UnsafeMutableBufferPointer<SignWord>) {
      let first = max(sentenceStart, index - MoodScorer.negationReach)
      for back in stride(from: index - 1, through: first, by: -1) where words[back].pull != 0 {
        words[back].pull *=
          words[back].pull > 0 ? MoodScorer.negatedPraise : MoodScorer.negatedBlame
        return
      }
    }

    private mutating func turnAway(at index: Int, in words: UnsafeMutableBufferPointer<SignWord>) {
      for back in sentenceStart..<index { words[back].pull *= 0.6 }
      contrast = 1.2
      negationLeft = 0
    }
  }
}

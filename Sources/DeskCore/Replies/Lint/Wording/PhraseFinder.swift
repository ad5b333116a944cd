/// One phrase found in a text.
struct PhraseHit: Hashable {
  var group: PhraseGroup
  /// The words it covers, by number.
  var words: Range<Int>
}

/// Looks for the phrases of a book in a text.
struct PhraseFinder {
  let text: LintText
  let book: PhraseBook

  /// Every phrase, in the order of the first word; where two of a group overlap, the first and
  /// longest.
  func hits() -> [PhraseHit] {
    var hits: [PhraseHit] = []
    var ends: [PhraseGroup: Int] = [:]
    for index in text.words.indices where !text.words[index].isAddress {
      for (group, end) in found(at: index).sorted(by: { $0.key.rawValue < $1.key.rawValue })
      where index >= ends[group, default: 0] {
        hits.append(PhraseHit(group: group, words: index..<end))
        ends[group] = end
      }
    }
    return hits
  }

  private func found(at index: Int) -> [PhraseGroup: Int] {
    let word = text.words[index]
    var found: [PhraseGroup: Int] = [:]
    for start in starts(of: word) {
      book.candidates(text.letters[start..<word.letters.upperBound], isNumber: word.isNumber) {
        let phrase = book.phrases[$0]
        guard let end = end(of: phrase.steps[...], at: index),
          !phrase.hasGap || text.words[end - 1].clause == word.clause
        else { return }
        found[phrase.group] = max(found[phrase.group] ?? 0, end)
      }
    }
    return found
  }

  /// The number of the word after the last one of the phrase; nil when it is not there.
  private func end(of steps: ArraySlice<Phrase.Step>, at index: Int) -> Int? {
    guard let step = steps.first else { return index }
    let rest = steps.dropFirst()
    switch step {
    case .gap:
      for skipped in 0...Phrase.gap {
        if let end = end(of: rest, at: index + skipped) { return end }
      }
      return nil
    case .word(let choices):
      guard index < text.words.count, !text.words[index].isAddress,
        choices.contains(where: { isMatch($0, text.words[index]) })
      else { return nil }
      return end(of: rest, at: index + 1)
    }
  }

  private func isMatch(_ choice: Phrase.Choice, _ word: LintWord) -> Bool {
    if choice.isNumber { return word.isNumber }
    if choice.needsApostrophe, !word.hasApostrophe { return false }
    return starts(of: word).contains { start in
      let letters = text.letters[start..<word.letters.upperBound]
      return choice.isBeginning
        ? letters.starts(with: choice.letters) : letters.elementsEqual(choice.letters)
    }
  }

  /// Where the word may begin: Arabic writes "and", "so", "by" and the article in one with it.
  private func starts(of word: LintWord) -> [Int] {
    let range = word.letters
    guard book.hasArticles, range.count > 3, text.letters[range.lowerBound] >= 0x600 else {
      return [range.lowerBound]
    }
    var starts = [range.lowerBound]
    var place = range.lowerBound
    func strip(_ particles: [[UInt16]]) {
      for particle in particles
      where range.upperBound - place >= particle.count + 3
        && text.letters[place..<place + particle.count].elementsEqual(particle)
      {
        place += particle.count
        starts.append(place)
        return
      }
    }
    strip(Self.joining)
    strip(Self.prepositions)
    strip(Self.articles)
    return starts
  }

  private static let joining = ["و", "ف"].map(LintLetters.letters(of:))
  private static let prepositions = ["ب", "ك"].map(LintLetters.letters(of:))
  private static let articles = ["ال", "لل"].map(LintLetters.letters(of:))
}

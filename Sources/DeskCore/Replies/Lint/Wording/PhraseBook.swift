/// The phrases of one language, found by the first word.
struct PhraseBook: Sendable {
  let phrases: [Phrase]
  let hasArticles: Bool
  private let words: [UInt64: [Int]]
  private let beginnings: [UInt64: [Int]]
  private let numbers: [Int]

  init(_ list: PhraseList) {
    phrases = list.phrases
    hasArticles = list.hasArticles
    var words: [UInt64: [Int]] = [:]
    var beginnings: [UInt64: [Int]] = [:]
    var numbers: [Int] = []
    for (index, phrase) in phrases.enumerated() {
      for choice in phrase.openings {
        guard !choice.isNumber else {
          numbers.append(index)
          continue
        }
        let key = choice.letters.reduce(Self.seed, Self.mixed)
        if choice.isBeginning {
          beginnings[key, default: []].append(index)
        } else {
          words[key, default: []].append(index)
        }
      }
    }
    self.words = words
    self.beginnings = beginnings
    self.numbers = numbers
  }

  private static let english = PhraseBook(.english)
  private static let arabic = PhraseBook(.arabic)
  private static let persian = PhraseBook(.persian)
  private static let uzbek = PhraseBook(.uzbek)
  private static let ukrainian = PhraseBook(.ukrainian)
  private static let russian = PhraseBook(.russian)

  /// The book of a language; nil when the lint does not know it.
  static func book(for language: Language) -> PhraseBook? {
    switch language {
    case .english: english
    case .arabic: arabic
    case .persian: persian
    case .uzbek: uzbek
    case .ukrainian: ukrainian
    case .russian: russian
    default: nil
    }
  }

  /// All books.
  static var all: [PhraseBook] { [english, arabic, persian, uzbek, ukrainian, russian] }

  /// The phrases that may begin with these letters.
  func candidates(_ letters: ArraySlice<UInt16>, isNumber: Bool, take: (Int) -> Void) {
    if isNumber { numbers.forEach(take) }
    var key = Self.seed
    for letter in letters {
      key = Self.mixed(key, letter)
      beginnings[key]?.forEach(take)
    }
    words[key]?.forEach(take)
  }

  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  private static func mixed(_ key: UInt64, _ letter: UInt16) -> UInt64 {
    (key ^ UInt64(letter)) &* 0x0000_0100_0000_01B3
  }
}

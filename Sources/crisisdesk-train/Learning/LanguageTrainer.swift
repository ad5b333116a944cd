import DeskCore
import MoodLearning

/// Turns sentences and social texts into weights for the language head.
struct LanguageTrainer {
  /// Social texts taken of one language.
  static let socialLimit = 3000

  var recipe: Recipe

  func train(_ corpus: Corpus, log: (String) -> Void) -> (table: [Int8], step: Float) {
    var examples = Examples()
    var extractor = MoodExtractor()
    var random = SeededRandom(seed: recipe.seed)
    let rows = rows(corpus, &random)
    var counts: [Language: Int] = [:]
    for row in rows { counts[row.language, default: 0] += 1 }
    let mean = Double(rows.count) / Double(max(1, counts.count))
    for row in rows {
      guard recipe.languages.contains(row.language) else { continue }
      let weight = Float(mean / Double(counts[row.language] ?? 1))
      for text in [row.text, Self.cut(row.text, &random)] {
        examples.append(
          words: extractor.languageHashes(text), runs: [], dense: [],
          target: Target(truth: [], possible: []), weight: weight,
          source: recipe.index(of: row.language)
        ) { MoodExtractor.bucket($0, bits: recipe.languageBits) }
      }
    }
    let width = MoodExtractor.languageWidth
    let learner = ClassLearner(bits: recipe.languageBits, classes: width)
    learner.train(examples, passes: 4, rate: 0.4, decay: 1e-5, seed: recipe.seed)
    log("languages: \(examples.count) texts")
    let (bytes, step) = Quantiser.quantise(learner.result())
    return (bytes, step)
  }

  private func rows(_ corpus: Corpus, _ random: inout SeededRandom) -> [Row] {
    var rows = corpus.sentences
    let social = Dictionary(
      grouping: corpus.sentiment.filter { $0.source != "own_words" }
    ) { $0.language }
    for language in social.keys.sorted(by: { $0.rawValue < $1.rawValue }) {
      rows += (social[language] ?? []).filter(Self.isInItsLanguage)
        .shuffled(using: &random).prefix(Self.socialLimit)
    }
    let uzbek = rows.filter { $0.language == .uzbek }.enumerated()
    rows += uzbek.filter { $0.offset.isMultiple(of: 3) }.map { _, row in
      var row = row
      row.text = UzbekCyrillic.write(row.text)
      return row
    }
    return rows
  }

  /// Hindi tweets are collected by place, and many are plain English; those in Latin letters count
  /// only with at least two words that Hindi is written with.
  private static func isInItsLanguage(_ row: Row) -> Bool {
    guard row.language.rawValue == "hi" else { return true }
    if row.text.unicodeScalars.contains(where: { (0x900..<0x980).contains($0.value) }) {
      return true
    }
    let words = row.text.lowercased().split { !$0.isLetter }
    return words.count { hindiWords.contains(String($0)) } >= 2
  }

  private static let hindiWords: Set<String> = [
    "hai", "hain", "ho", "hu", "hun", "tha", "thi", "kya", "kyu", "kyun", "nahi", "nhi", "ki", "ka",
    "ke", "ko", "se", "mein", "mai", "aur", "bhi", "bhai", "toh", "kar", "karo", "rha", "raha",
    "rahe", "rahi", "apne", "apna", "aap", "tum", "mera", "meri", "koi", "yeh", "ye", "wo", "jo",
    "hi", "par", "liye", "kuch", "sab", "ab", "yaar", "gaya", "gya", "dil", "accha", "acha",
  ]

  /// A piece of 10 to 60 letters that begins with a word.
  private static func cut(_ text: String, _ random: inout SeededRandom) -> String {
    let words = text.split(separator: " ")
    guard words.count > 2 else { return text }
    let first = Int.random(in: 0..<(words.count - 1), using: &random)
    let length = Int.random(in: 10...60, using: &random)
    return String(words[first...].joined(separator: " ").prefix(length))
  }
}

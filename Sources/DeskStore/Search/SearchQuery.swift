/// What a person typed into the search, taken apart.
///
/// Words must all occur; "quoted words" must follow each other; a trailing `*` matches a beginning.
/// Nothing typed is ever read as the full-text engine's own syntax.
struct SearchQuery: Hashable, Sendable {
  /// Which index answers it.
  enum Index: Hashable, Sendable {
    /// Whole words, for scripts with spaces.
    case words
    /// Three characters in a row, for scripts without.
    case grams
  }

  /// The index to ask; nil when only `contains` limits.
  private(set) var index: Index?
  /// The question in the engine's language, every word in quotes.
  private(set) var match = ""
  /// Patterns for LIKE (escape `\`), for what no index holds: one or two characters of a script
  /// without spaces, or signs.
  private(set) var contains: [String] = []
  /// Patterns for LIKE of which one must fit, where no index can be asked for alternatives.
  private(set) var containsAny: [String] = []

  /// Whether it limits nothing.
  var isEmpty: Bool { index == nil && contains.isEmpty && containsAny.isEmpty }

  /// Asks only for what any of these authors wrote; only the index of words knows them.
  mutating func narrow(toAuthors ids: [Int64]) {
    guard index != .grams else { return }
    let words = ids.map { Self.phrase(SearchFold.word(forAuthor: $0)) }
    let authors = words.isEmpty ? "\"\u{E000}\"" : words.joined(separator: " OR ")
    match = index == nil ? authors : "\(match) AND (\(authors))"
    index = .words
  }

  /// Words that must follow each other, in the engine's language; holds no quotes of its own.
  static func phrase(_ words: String) -> String { "\"\(words)\"" }

  /// Takes a text apart; of the words of `anyOf` one must occur.
  init(_ text: String, anyOf: [String] = []) {
    self.init(all: text)
    narrow(toAnyOf: anyOf)
  }

  private mutating func narrow(toAnyOf words: [String]) {
    let terms = words.flatMap(Self.terms)
    guard !terms.isEmpty else { return }
    if index == .grams || terms.contains(where: { SearchFold.isUnspaced($0.text) }) {
      containsAny = terms.map { Self.pattern($0.text) }
      return
    }
    let parts = terms.compactMap { term -> String? in
      let tokens = Self.tokens(of: term.text)
      return tokens.isEmpty
        ? nil : Self.phrase(tokens.joined(separator: " ")) + (term.isPrefix ? " *" : "")
    }
    let any = parts.isEmpty ? "\"\u{E000}\"" : parts.joined(separator: " OR ")
    match = index == nil ? "(\(any))" : "\(match) AND (\(any))"
    index = .words
  }

  private init(all text: String) {
    let terms = Self.terms(of: text)
    let usesGrams = terms.contains { SearchFold.isUnspaced($0.text) }
    var parts: [String] = []
    for term in terms {
      let tokens = Self.tokens(of: term.text)
      let folded = tokens.joined(separator: " ")
      if tokens.isEmpty || usesGrams && folded.unicodeScalars.count < 3 {
        contains.append(Self.pattern(term.text))
      } else if usesGrams {
        parts.append(Self.phrase(folded))
      } else {
        parts.append(Self.phrase(folded) + (term.isPrefix ? " *" : ""))
      }
    }
    if !parts.isEmpty {
      index = usesGrams ? .grams : .words
      match = parts.joined(separator: " AND ")
    }
  }

  private struct Term {
    var text: String
    var isPrefix = false
  }

  private static func terms(of text: String) -> [Term] {
    var terms: [Term] = []
    var current = ""
    var isQuoted = false
    func flush() {
      let isPrefix = !isQuoted && current.hasSuffix("*")
      while !isQuoted, current.hasSuffix("*") { current.removeLast() }
      if current.contains(where: { !$0.isWhitespace }) {
        terms.append(Term(text: current, isPrefix: isPrefix))
      }
      current = ""
    }
    for character in text where character != "\0" {
      if "\"“”„«»".contains(character) {
        flush()
        isQuoted.toggle()
      } else if character.isWhitespace, !isQuoted {
        flush()
      } else {
        current.append(character)
      }
    }
    flush()
    return terms
  }

  /// The words of a term as the index holds them; a tag's second form, without its sign, is left
  /// out where it would only repeat the end.
  private static func tokens(of text: String) -> [String] {
    var tokens: [String] = []
    var current = String.UnicodeScalarView()
    func flush() {
      if !current.isEmpty { tokens.append(String(current)) }
      current = String.UnicodeScalarView()
    }
    for scalar in SearchFold.fold(text).unicodeScalars {
      if FoldTable.isWord(scalar.value) || scalar == "#" || scalar == "@" {
        current.append(scalar)
      } else {
        flush()
      }
    }
    flush()
    if tokens.count >= 2, let last = tokens.last, let first = tokens[tokens.count - 2].first,
      "#@".contains(first), tokens[tokens.count - 2].dropFirst() == last
    {
      tokens.removeLast()
    }
    return tokens
  }

  private static func pattern(_ text: String) -> String {
    var escaped = ""
    for character in text {
      if "%_\\".contains(character) { escaped.append("\\") }
      escaped.append(character)
    }
    return "%\(escaped)%"
  }
}

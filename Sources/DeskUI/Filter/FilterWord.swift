import DeskCore

/// The words by which a filter line names states; the same on the command line and in help.
extension MentionState {
  /// The name as a person types it.
  var filterName: String {
    switch self {
    case .open: "open"
    case .snoozed: "snoozed"
    case .answered: "answered"
    case .noAction: "no-action"
    case .troll: "troll"
    case .duplicate: "duplicate"
    case .handedOn: "handed-on"
    case .withdrawn: "withdrawn"
    case .own: "own"
    }
  }
}

/// What may stand before a colon in a filter line.
enum FilterKey: String, CaseIterable, Hashable, Sendable {
  case lang, sentiment, intent, state, platform, any, from
  case authorIs = "author-is"
  case cluster, after, before

  /// The values that may follow; nil where they cannot be listed.
  var values: [String]? {
    switch self {
    case .sentiment: Sentiment.allCases.map(\.name)
    case .intent: Intent.allCases.map(\.name)
    case .state: MentionState.allCases.map(\.filterName)
    case .authorIs: AuthorKind.allCases.map(\.rawValue)
    case .lang, .platform, .any, .from, .cluster, .after, .before: nil
    }
  }
}

/// One piece of a filter line between spaces, as typed and without its quotation marks.
struct FilterWord: Hashable, Sendable {
  /// Where it stands, in characters from 0.
  let range: Range<Int>
  /// As it was typed.
  let source: String
  /// The part before the first colon outside quotation marks; nil without one.
  let key: String?
  /// The rest, quotation marks taken off.
  let value: String
  /// Where the value begins, in characters from 0.
  let valueStart: Int
  /// Where a quotation mark was opened and never closed; nil when all is closed.
  let openQuote: Int?

  /// Cuts a line into its words.
  static func split(_ line: String) -> [FilterWord] {
    let characters = Array(line)
    var words: [FilterWord] = []
    var index = 0
    while index < characters.count {
      // A mark without a letter could be printed nowhere but at the very beginning again.
      let first = characters[index].unicodeScalars.first
      if characters[index].isWhitespace || first?.properties.isGraphemeExtend == true {
        index += 1
        continue
      }
      let word = read(characters, from: index)
      words.append(word)
      index = word.range.upperBound
    }
    return words
  }

  private static func read(_ characters: [Character], from start: Int) -> FilterWord {
    var (index, valueStart) = (start, start)
    var (key, value) = (String?.none, "")
    var quote: Int?
    while index < characters.count, quote != nil || !characters[index].isWhitespace {
      let character = characters[index]
      if character == "\"" {
        quote = quote == nil ? index : nil
      } else if character == ":", quote == nil, key == nil, !value.isEmpty,
        !characters[start..<index].contains("\"")
      {
        (key, value, valueStart) = (value, "", index + 1)
      } else {
        value.append(character)
      }
      index += 1
    }
    return FilterWord(
      range: start..<index, source: String(characters[start..<index]), key: key, value: value,
      valueStart: valueStart, openQuote: quote)
  }
}

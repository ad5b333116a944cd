/// What became of a text, word by word.
public struct WordDiff: Hashable, Sendable {
  /// What became of some words.
  public enum Fate: Hashable, Sendable {
    /// They stand in both texts.
    case kept
    /// They stand in the first text alone.
    case removed
    /// They stand in the second text alone.
    case added
  }

  /// Words beside each other with one fate, with the blanks after them.
  public struct Part: Hashable, Sendable {
    /// What became of them.
    public let fate: Fate
    /// The words as written.
    public var text: String
  }

  /// The parts in order; what was removed comes before what was added in its place.
  public private(set) var parts: [Part] = []

  /// More words than this on a side, and the middle is told as a whole.
  static let limit = 500

  /// Compares two texts.
  public init(from before: String, to after: String) {
    let (old, new) = (Self.words(before), Self.words(after))
    let head = zip(old, new).prefix { $0 == $1 }.count
    let rest = min(old.count, new.count) - head
    let tail = zip(old.reversed(), new.reversed()).prefix(rest).prefix { $0 == $1 }.count
    for word in old.prefix(head) { add(.kept, word) }
    compare(Array(old.dropFirst(head).dropLast(tail)), Array(new.dropFirst(head).dropLast(tail)))
    for word in old.suffix(tail) { add(.kept, word) }
  }

  /// The texts in one line, without colour: `[-old-]` was taken out, `{+new+}` was put in.
  public var marked: String {
    parts.reduce(into: "") { line, part in
      switch part.fate {
      case .kept: line += part.text
      case .removed: line += Self.marked(part.text, "[-", "-]")
      case .added: line += Self.marked(part.text, "{+", "+}")
      }
    }
  }

  /// The longest words that both have in the same order stay.
  private mutating func compare(_ old: [Substring], _ new: [Substring]) {
    guard old.count <= Self.limit, new.count <= Self.limit else {
      for word in old { add(.removed, word) }
      for word in new { add(.added, word) }
      return
    }
    var common = Array(repeating: Array(repeating: 0, count: new.count + 1), count: old.count + 1)
    for i in old.indices.reversed() {
      for j in new.indices.reversed() {
        common[i][j] =
          old[i] == new[j] ? common[i + 1][j + 1] + 1 : max(common[i + 1][j], common[i][j + 1])
      }
    }
    var (i, j) = (0, 0)
    while i < old.count || j < new.count {
      if i < old.count, j < new.count, old[i] == new[j] {
        add(.kept, new[j])
        (i, j) = (i + 1, j + 1)
      } else if j == new.count || (i < old.count && common[i + 1][j] >= common[i][j + 1]) {
        add(.removed, old[i])
        i += 1
      } else {
        add(.added, new[j])
        j += 1
      }
    }
  }

  private mutating func add(_ fate: Fate, _ word: Substring) {
    if parts.last?.fate == fate {
      parts[parts.count - 1].text += word
    } else {
      parts.append(Part(fate: fate, text: String(word)))
    }
  }

  private static func marked(_ text: String, _ open: String, _ close: String) -> String {
    var words = text[...]
    while words.last?.isWhitespace == true { words.removeLast() }
    return open + words + close + text[words.endIndex...]
  }

  /// A text as words, each with the blanks after it.
  private static func words(_ text: String) -> [Substring] {
    var words: [Substring] = []
    var start = text.startIndex
    var index = start
    while index < text.endIndex {
      let next = text.index(after: index)
      if text[index].isWhitespace, next == text.endIndex || !text[next].isWhitespace {
        words.append(text[start..<next])
        start = next
      }
      index = next
    }
    if start < text.endIndex { words.append(text[start...]) }
    return words
  }
}

/// The text a person types, with a cursor that moves by characters as people see them.
public struct TextField: Hashable, Sendable {
  /// Whether line breaks may be typed and pasted; elsewhere they become spaces.
  public let isMultiline: Bool
  /// The text in characters.
  public internal(set) var characters: [Character]
  /// The cursor: the number of characters before it.
  public internal(set) var cursor: Int

  /// Makes a field with the cursor at the end of the text.
  public init(_ text: String = "", isMultiline: Bool = false) {
    self.isMultiline = isMultiline
    characters = []
    cursor = 0
    insert(text)
  }

  /// The text; setting it puts the cursor at its end.
  public var text: String {
    get { String(characters) }
    set { self = TextField(newValue, isMultiline: isMultiline) }
  }

  /// True without a character.
  public var isEmpty: Bool { characters.isEmpty }

  /// Inserts text at the cursor, as typing and pasting do.
  ///
  /// Control characters other than line breaks are left out; a tab becomes a space.
  public mutating func insert(_ text: String) {
    var accepted = String.UnicodeScalarView()
    var afterReturn = false
    for scalar in text.unicodeScalars {
      switch ScalarTable.shared[scalar.value] {
      case .control: break
      case .replaced where scalar.value < 0xA0: break
      case .tab: accepted.append(" ")
      case .lineBreak:
        if !(afterReturn && scalar == "\n") { accepted.append(isMultiline ? "\n" : " ") }
      default: accepted.append(scalar)
      }
      afterReturn = scalar == "\r"
    }
    // A mark joins the character before it, so the whole is split into characters again.
    let head = String(characters[..<cursor]) + String(accepted)
    let whole = head + String(characters[cursor...])
    characters = Array(whole)
    cursor = min(head.count, characters.count)
  }

  /// Puts the cursor behind the first occurrence of some words; it stays where there is none.
  public mutating func seek(_ words: String) {
    let wanted = Array(words)
    guard !wanted.isEmpty, wanted.count <= characters.count else { return }
    let last = characters.count - wanted.count
    guard let start = (0...last).first(where: { characters[$0...].starts(with: wanted) }) else {
      return
    }
    cursor = start + wanted.count
  }

  mutating func remove(_ range: Range<Int>) {
    cursor = range.lowerBound
    let head = String(characters[..<range.lowerBound])
    characters = Array(head + String(characters[range.upperBound...]))
    cursor = min(cursor, characters.count)
  }
}

/// One piece of a text: a word, a symbol, a run of punctuation, a handle or a link.
struct MoodToken: Sendable {
  enum Kind: UInt8, Sendable { case word, symbol, marks, handle, link }

  var kind: Kind
  /// In capitals throughout, three letters or more.
  var isShouted = false
  /// A letter was repeated more than twice.
  var isDrawnOut = false
  /// The first word of a sentence.
  var opensSentence = false
  /// The code point of a symbol; zero for everything else.
  var scalar: UInt32 = 0
  /// Where its letters stand in `MoodText.letters`.
  var start: Int32
  var end: Int32
  /// Where it stands in the UTF-8 of the text.
  var byteStart: Int32
  var byteEnd: Int32

  init(kind: Kind, start: Int, end: Int, byteStart: Int, byteEnd: Int) {
    self.kind = kind
    self.start = Int32(truncatingIfNeeded: start)
    self.end = Int32(truncatingIfNeeded: end)
    self.byteStart = Int32(truncatingIfNeeded: byteStart)
    self.byteEnd = Int32(truncatingIfNeeded: byteEnd)
  }
}

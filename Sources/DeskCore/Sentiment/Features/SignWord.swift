/// What the lexicon of the text's language says to one token, and how hard it pulls.
struct SignWord: Sendable {
  /// The bits of a `WordMark`; zero where the lexicon does not know the token.
  var mark: UInt32
  /// In capitals or drawn out.
  var isEmphatic = false
  /// The first word of a sentence.
  var opensSentence = false
  /// The pull on the reading, set by the scorer.
  var pull: Float = 0
}

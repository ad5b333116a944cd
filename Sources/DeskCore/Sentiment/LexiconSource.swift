/// The words of one language as text, in the form that `LexiconParser` reads.
struct LexiconSource: Sendable {
  var name: String
  var lanes: [Lane]
  var text: String

  static let all = [
    english, arabic, persian, uzbek, uzbekCyrillic, ukrainian, russian, emoji,
  ]
}

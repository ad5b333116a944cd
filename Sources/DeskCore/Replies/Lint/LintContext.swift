/// What the lint must know beside the text.
public struct LintContext: Hashable, Sendable {
  /// The language of the answer; nil or undetermined tries the word lists of all six languages, and a
  /// language outside the six switches the word rules off.
  public var language: Language?
  /// What the person wants whom it answers.
  public var intent: Intent
  /// Whether we have answered this person in this conversation before; then no new word of regret is
  /// asked for.
  public var isFollowUp: Bool
  /// Whether everybody can read the answer.
  public var isPublic: Bool
  /// How the platform counts, and its limit.
  public var ruler: TextRuler
  /// From which length on, in the platform's count, a public answer is long.
  public var publicLength: Int
  /// The text that is answered; empty when unknown.
  public var mention: String
  /// Hosts that may be linked to, with all hosts below them, for example `brand.example`; with `*.`
  /// before it only those below.
  public var allowedHosts: [String]
  /// The desk's own e-mail addresses and telephone numbers, which are no personal data.
  public var ownContacts: [String]

  /// 280 clusters: a text that any platform shows whole.
  public static let defaultPublicLength = 280

  /// Makes a context.
  public init(
    language: Language? = nil, intent: Intent = .other, isFollowUp: Bool = false,
    isPublic: Bool = true, ruler: TextRuler = .mastodon,
    publicLength: Int = LintContext.defaultPublicLength, mention: String = "",
    allowedHosts: [String] = [], ownContacts: [String] = []
  ) {
    self.language = language
    self.intent = intent
    self.isFollowUp = isFollowUp
    self.isPublic = isPublic
    self.ruler = ruler
    self.publicLength = publicLength
    self.mention = mention
    self.allowedHosts = allowedHosts
    self.ownContacts = ownContacts
  }
}

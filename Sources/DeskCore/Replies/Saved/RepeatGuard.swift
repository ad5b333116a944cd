/// A public answer that was decided to go, as far as repeating it is judged.
public struct PublicAnswer: Hashable, Sendable {
  /// The exact text.
  public var text: String
  /// The handle of the person it is for.
  public var recipient: String
  /// Their display name; empty when unknown.
  public var name: String
  /// When it was decided.
  public var at: Timestamp

  /// Makes an answer.
  public init(text: String, recipient: String, name: String = "", at: Timestamp) {
    self.text = text
    self.recipient = recipient
    self.name = name
    self.at = at
  }
}

/// Keeps the desk from sending the same public text to many people without a second person's yes.
///
/// Two texts are the same when their words are, or, from six words on, when 85 % of them are. Case,
/// order, punctuation, emoji, numbers, links, handles, the recipient's name, hidden marks and
/// lookalike letters do not make a difference. Remembers the last 256 texts in bounded memory.
public struct RepeatGuard: Hashable, Sendable {
  /// What the guard says of one text to one person.
  public enum Answer: Hashable, Sendable {
    /// It may go; so many other people have had it.
    case free(others: Int)
    /// So many other people have had it, and the rule allows this many people.
    case refused(others: Int, limit: Int)
  }

  /// How many people may have the same text; the next one needs a second person.
  public let limit: Int
  /// How long a text is remembered after it was last sent.
  public let window: Span

  private var texts: [Sent] = []

  /// The most texts that are remembered.
  static let capacity = 256
  /// The most people that are told apart for one text.
  static let people = 1000

  private struct Sent: Hashable {
    var words: RepeatedText
    var people: Set<UInt64>
    var last: Timestamp
  }

  /// A guard that has seen nothing; five people within a day are the default.
  public init(limit: Int = 5, window: Span = .hours(24)) {
    self.limit = limit
    self.window = window
  }

  /// Whether a public text may go to a person.
  ///
  /// - Parameters:
  ///   - recipient: their handle.
  ///   - name: their display name, whose words do not count.
  ///   - secondPerson: who approved it; nil when nobody did.
  ///   - author: who wrote it; their own yes is none.
  public func answer(
    to text: String, recipient: String, name: String = "", author: Seat, secondPerson: Seat?,
    at now: Timestamp
  ) -> Answer {
    let words = RepeatedText(text, without: [recipient, name])
    let person = Self.key(recipient)
    var others: Set<UInt64> = []
    for sent in texts where isFresh(sent, at: now) && sent.words.isSame(as: words) {
      others.formUnion(sent.people)
    }
    others.remove(person)
    let isApproved = secondPerson != nil && secondPerson != author
    return others.count < limit || isApproved
      ? .free(others: others.count) : .refused(others: others.count, limit: limit)
  }

  /// Remembers a public text that was decided to be sent.
  public mutating func record(
    _ text: String, recipient: String, name: String = "", at now: Timestamp
  ) {
    texts = texts.filter { isFresh($0, at: now) }
    let words = RepeatedText(text, without: [recipient, name])
    let person = Self.key(recipient)
    if let index = texts.firstIndex(where: { $0.words == words }) {
      var sent = texts.remove(at: index)
      if sent.people.count < Self.people { sent.people.insert(person) }
      sent.last = max(sent.last, now)
      texts.append(sent)
      return
    }
    if texts.count == Self.capacity { texts.removeFirst() }
    texts.append(Sent(words: words, people: [person], last: now))
  }

  private func isFresh(_ sent: Sent, at now: Timestamp) -> Bool {
    now.since(sent.last) <= window
  }

  private static func key(_ recipient: String) -> UInt64 {
    recipient.lowercased().utf8.reduce(17) { TextTerm.mixed($0 ^ UInt64($1)) }
  }
}

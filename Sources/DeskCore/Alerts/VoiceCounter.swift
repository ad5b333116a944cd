/// Tells a new voice from a copy: an author's near-identical texts count once.
///
/// So fifty copies by one account are one voice and neither raise an alarm nor hide one, and fifty
/// people who pass a complaint on are fifty voices with one text. Remembers about the last 12 to 24
/// hours, fewer in a storm (some 6,000 texts at least), in 512 KB whatever comes.
public struct VoiceCounter: Sendable {
  /// What one mention is to the counts.
  public struct Voice: Hashable, Sendable {
    /// Whether this author had not said nearly the same before; only such mentions are counted.
    public let isNew: Bool
    /// Whether nobody had said nearly the same before.
    public let isNewText: Bool
  }

  private var keys = RecentKeys()

  /// A counter that remembers nothing yet.
  public init() {}

  /// The memory it takes, in bytes.
  public static let bytes = RecentKeys.bytes

  /// Takes one mention and remembers it; the same mentions in the same order give the same voices.
  public mutating func take(text: String, author: String, at now: Timestamp) -> Voice {
    keys.age(to: now)
    let fingerprint = TextFingerprint(text)
    let seed = author.utf8.reduce(UInt64(author.utf8.count)) {
      TextTerm.mixed($0 ^ UInt64($1))
    }
    let own = fingerprint.keys.map { TextTerm.mixed($0 ^ seed) }
    let isNew = !own.contains { keys.contains($0) }
    let isNewText = !fingerprint.keys.contains { keys.contains($0) }
    for key in isNew ? own : [] { keys.insert(key) }
    for key in isNewText ? fingerprint.keys : [] { keys.insert(key) }
    return Voice(isNew: isNew, isNewText: isNewText && isNew)
  }
}

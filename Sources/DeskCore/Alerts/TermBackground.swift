/// In how many mentions each word and phrase usually stands, within a bounded memory.
///
/// A count-min sketch (Cormode and Muthukrishnan 2005) of terms per mention, in which a week ago
/// counts half. It may think a term more usual than it is, by about a mention in a thousand, never
/// less; so it hides rare news rather than inventing any. 192 KB.
public struct TermBackground: Sendable {
  private var cells = [Float](repeating: 0, count: rows * width)
  private var documents = 0.0
  /// What one mention weighs now; grows, so that nothing old needs to be touched.
  private var weight = 1.0
  private var since: Timestamp?

  /// A background that knows no term.
  public init() {}

  /// The memory it takes, in bytes.
  public static let size = rows * width * MemoryLayout<Float>.size

  /// How many mentions it stands on, older ones counted less.
  public var mentions: Double { documents / weight }

  /// Learns one mention; only voices should be learned, so that copies do not become usual.
  public mutating func learn(_ text: String, at now: Timestamp) {
    age(to: now)
    for hash in TermDocument(text).hashes {
      for row in 0..<Self.rows { cells[Self.cell(hash, row)] += Float(weight) }
    }
    documents += weight
  }

  /// In how many of the mentions a term stood.
  func count(_ hash: UInt64) -> Double {
    var least = Float.infinity
    for row in 0..<Self.rows { least = min(least, cells[Self.cell(hash, row)]) }
    return min(Double(least), documents) / weight
  }

  private mutating func age(to now: Timestamp) {
    guard let before = since, now > before else {
      since = since ?? now
      return
    }
    weight *= exponential(
      0.693_147_180_559_945_3 * min(Double(now.since(before).seconds) / (7 * 86_400), 20))
    since = now
    guard weight > 1e6 else { return }
    for index in cells.indices { cells[index] /= Float(weight) }
    documents /= weight
    weight = 1
  }

  /// Everything it knows, 192 KB; `init(restoring:)` takes it up again.
  public var bytes: [UInt8] {
    var snapshot = Snapshot(capacity: Self.size + 64)
    var copy = self
    copy.pass(through: &snapshot)
    return snapshot.bytes
  }

  /// Takes up what `bytes` said; nil when the bytes are not those of a background.
  public init?(restoring bytes: [UInt8]) {
    self.init()
    var snapshot = Snapshot(restoring: bytes)
    pass(through: &snapshot)
    guard snapshot.isComplete else { return nil }
  }

  private mutating func pass(through snapshot: inout Snapshot) {
    var version = Self.version
    var last = since?.milliseconds ?? .min
    snapshot.pass(&version)
    snapshot.pass(&last)
    snapshot.pass(&documents)
    snapshot.pass(&weight)
    snapshot.pass(&cells)
    snapshot.refuse(unless: version == Self.version && documents >= 0 && weight >= 1)
    since = last == .min ? nil : Timestamp(milliseconds: last)
  }

  private static let version: UInt16 = 1
  private static let rows = 3
  private static let width = 16_384

  private static func cell(_ hash: UInt64, _ row: Int) -> Int {
    row * width + Int(TextTerm.mixed(hash &+ UInt64(row)) % UInt64(width))
  }
}

/// The different words and phrases of two words in one mention.
struct TermDocument {
  /// One term with the words it is made of.
  struct Term {
    var hash: UInt64
    var surface: Substring
    var words: [UInt64]
  }

  private(set) var terms: [Term] = []
  var hashes: [UInt64] { terms.map(\.hash) }

  init(_ text: String) {
    var seen: Set<UInt64> = []
    let words = TextTerm.terms(of: text, limit: 60)
    for (index, word) in words.enumerated() {
      if seen.insert(word.hash).inserted {
        terms.append(Term(hash: word.hash, surface: word.surface, words: []))
      }
      guard index > 0 else { continue }
      let before = words[index - 1]
      let pair = TextTerm.mixed(before.hash &* 3 ^ word.hash)
      if seen.insert(pair).inserted {
        let surface = text[before.surface.startIndex..<word.surface.endIndex]
        terms.append(Term(hash: pair, surface: surface, words: [before.hash, word.hash]))
      }
    }
  }
}

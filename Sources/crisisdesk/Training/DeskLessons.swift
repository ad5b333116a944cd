import DeskCore
import DeskStore
import MoodLearning

/// What one desk has to learn from, and to compare with.
struct DeskLessons {
  /// Of this many corrections or more, every fifth is kept to judge by.
  static let enoughToHold = 25
  static let heldStep = 5
  /// The newest mentions that nobody corrected, to see what else would change.
  static let othersLimit = 2000

  /// One mention that nobody corrected.
  struct Other {
    let text: String
    let hint: Language?
  }

  private(set) var learned: [CorrectedText] = []
  private(set) var held: [CorrectedText] = []
  private(set) var others: [Other] = []

  /// Everything that was corrected.
  var all: [CorrectedText] { learned + held }

  /// - Throws: the store's error.
  init(_ store: DeskDatabase) throws {
    let corrected = try Self.corrected(store)
    let isHolding = corrected.count >= Self.enoughToHold
    for (index, mention) in corrected.enumerated() {
      let text = CorrectedText(
        text: mention.text, language: mention.record.model.language,
        correction: mention.record.correction)
      if isHolding, index % Self.heldStep == Self.heldStep - 1 {
        held.append(text)
      } else {
        learned.append(text)
      }
    }
    // Copies of a corrected text are meant to change, so they cannot tell what else does.
    others = try Self.others(store, without: Set(corrected.map(\.text)))
  }

  /// In the order in which they were said, so that the same ones are kept each time.
  private static func corrected(_ store: DeskDatabase) throws -> [CorrectedMention] {
    var found: [CorrectedMention] = []
    var last = MentionID(rawValue: 0)
    while case let page = try store.corrections(after: last, limit: 500), let end = page.last {
      found += page
      last = end.id
    }
    return found.sorted { ($0.record.at, $0.id) < ($1.record.at, $1.id) }
  }

  private static func others(
    _ store: DeskDatabase, without corrected: Set<String>
  ) throws -> [Other] {
    var found: [Other] = []
    var before: MentionID?
    while found.count < othersLimit {
      let page = try store.stream(MentionFilter(), before: before, limit: 500)
      for mention in page.mentions where mention.state != .withdrawn {
        guard !corrected.contains(mention.incoming.text) else { continue }
        found.append(
          Other(text: mention.incoming.text, hint: mention.incoming.languageHint))
      }
      guard page.hasMore, let end = page.mentions.last else { break }
      before = end.id
    }
    return Array(found.prefix(othersLimit))
  }
}

import DeskCore

/// What people write in a drill: the texts of the demo, by the mood in which the desk reads them.
struct DrillTexts: Sendable {
  private let negative: [DemoMention]
  private let other: [DemoMention]

  init(script: DemoScript, reader: any MoodReader) {
    let all = script.mentions.filter { $0.inReplyTo == nil }
    negative = all.filter { reader.read($0.text, language: $0.language).sentiment == .negative }
    other = all.filter { reader.read($0.text, language: $0.language).sentiment != .negative }
  }

  /// The mentions of five minutes, in order of time; every one by somebody else.
  func mentions(
    of bucket: CountBucket, drill: Drill, account: AccountID
  ) -> [IncomingMention] {
    var random = SeededRandom(seed: drill.seed ^ UInt64(bitPattern: bucket.start.seconds))
    let total = Int(bucket.count)
    let offsets = (0..<total).map { _ in Int64.random(in: 0..<300_000, using: &random) }.sorted()
    // Which of them are negative is drawn, so that the first ones are not always.
    let moods = (0..<total).map { $0 < Int(bucket.negative) }.shuffled(using: &random)
    let isFirst = bucket.start <= drill.start && drill.start < bucket.start.adding(.minutes(5))
    return zip(offsets, moods).enumerated().compactMap { index, voice in
      let pool = voice.1 ? negative : other
      guard let model = pool.randomElement(using: &random) else { return nil }
      let number = "\(bucket.start.seconds)-\(index)"
      let isLoud =
        isFirst && drill.shape == .influencer && voice.1 && index == moods.firstIndex(of: true)
      let at = bucket.start.adding(Span(milliseconds: voice.0))
      return IncomingMention(
        key: MentionKey(account: account, native: number), platform: .demo,
        author: Author(
          handle: "\(model.handle)_\(bucket.start.seconds / 300 % 100_000)_\(index)",
          name: model.displayName, followers: isLoud ? 240_000 : model.followers % 5_000,
          accountCreatedAt: at.adding(.days(-Int64(model.accountAgeDays)))),
        text: model.text, createdAt: at, languageHint: model.language)
    }
  }
}

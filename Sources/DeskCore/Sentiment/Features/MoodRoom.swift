/// The memory that reading one text needs, asked for once and used for one text after another.
///
/// Unchecked, because nothing in it guards it: one reading has it at a time, and `MoodRoomPool`
/// sees to that.
final class MoodRoom: @unchecked Sendable {
  let letters: UnsafeMutableBufferPointer<UInt16>
  let tokens: UnsafeMutableBufferPointer<MoodToken>
  /// What the lexicons say to each token.
  let signs: UnsafeMutableBufferPointer<SignWord>
  /// The letters of one word as features spell them, between its edges.
  let spelling: UnsafeMutableBufferPointer<UInt16>
  /// Where the features of the text lie in the table of moods.
  let places: UnsafeMutableBufferPointer<UInt64>

  init() {
    letters = Self.memory(MoodText.letterLimit, filled: 0)
    tokens = Self.memory(
      MoodText.tokenLimit,
      filled: MoodToken(kind: .word, start: 0, end: 0, byteStart: 0, byteEnd: 0))
    signs = Self.memory(MoodText.tokenLimit, filled: SignWord(mark: 0))
    spelling = Self.memory(MoodFeatures.spellingLimit, filled: 0)
    places = .allocate(capacity: TallySink.wordLimit + TallySink.runLimit)
  }

  deinit {
    letters.deallocate()
    tokens.deallocate()
    signs.deallocate()
    spelling.deallocate()
    places.deallocate()
  }

  private static func memory<Element>(
    _ count: Int, filled element: Element
  ) -> UnsafeMutableBufferPointer<Element> {
    let memory = UnsafeMutableBufferPointer<Element>.allocate(capacity: count)
    memory.initialize(repeating: element)
    return memory
  }
}
